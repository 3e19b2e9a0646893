// The checker's own thread: starts the runtime and does what the page asks, one request after the other. It knows nothing of the page.
import { dotnet } from '../_framework/dotnet.js';

const tell = (message, transfer = []) => self.postMessage(message, transfer);

/**
 * The runtime can compile what its interpreter does often. With that, patterns that take milliseconds were seen to take more than a second
 * now and then; the interpreter alone is fast enough.
 */
const options = ['--no-jiterpreter-traces-enabled'];

let exportsOf;
let hasModels = false;

async function start() {
  const { getAssemblyExports } = await dotnet.withRuntimeOptions(options).create();
  exportsOf = (await getAssemblyExports('PostLint.Web')).PostLint.Web.Exports;
  exportsOf.Clear();
  return JSON.parse(exportsOf.About());
}

/** Builds the rules, so that the first submission does not wait for them. */
function warmUp() {
  exportsOf.Put('post.md', new TextEncoder().encode('---\nlayout: distill\ntitle: A post\n---\n\n## One\n\nWe show how it works.\n'));
  exportsOf.Check(JSON.stringify({ target: 'post.md' }));
  exportsOf.Clear();
}

/** Reads the files and checks them. */
async function check({ files, packs, request }) {
  exportsOf.Clear();
  for (const pack of packs) unwrap(exportsOf.PutPack(pack.name, await bytesOf(pack.content)));
  let done = 0;
  for (const { path, content } of files) {
    if (content === null) continue;
    const failure = await put(path, content);
    if (failure) return { errors: [failure] };
    done++;
    if (done % 8 === 0 || done === files.length) tell({ progress: 'reading', done, of: files.length });
  }
  tell({ progress: 'checking' });
  // The message is to leave before the thread is busy.
  await new Promise(resolve => setTimeout(resolve));
  let run = checkOnce(request);
  if (run.lacksModels && !hasModels) {
    tell({ progress: 'models' });
    if (await loadModels()) run = checkOnce(request);
  }
  return run;
}

async function put(path, content) {
  try {
    const { errors } = JSON.parse(exportsOf.Put(path, await bytesOf(content)));
    return errors.length > 0 ? errors.join('\n') : null;
  } catch (failure) {
    return `${path} could not be read: ${failure.message ?? failure}`;
  }
}

async function bytesOf(content) {
  return content instanceof Blob ? new Uint8Array(await content.arrayBuffer()) : content;
}

function checkOnce(request) {
  return JSON.parse(exportsOf.Check(JSON.stringify(request)));
}

async function loadModels() {
  try {
    const response = await fetch(new URL('../language-models.gz', import.meta.url));
    if (!response.ok) return false;
    exportsOf.TakeModels(new Uint8Array(await response.arrayBuffer()));
    hasModels = true;
  } catch {
    return false;
  }
  return true;
}

function unwrap(json) {
  const answer = JSON.parse(json);
  if (answer.errors?.length > 0) throw new Error(answer.errors.join('\n'));
  return answer;
}

/** Makes changes; gives back what became of the files, and the bytes of those that are new (null for deleted ones). */
function fix({ chosen }) {
  const { files } = unwrap(exportsOf.Fix(JSON.stringify(chosen)));
  const changed = files.filter(file => !file.refusal).map(file => ({ path: file.path, content: file.done === 'deleted' ? null : exportsOf.BytesOf(file.path) }));
  return { files, changed };
}

const operations = {
  check,
  fix,
  text: ({ path }) => exportsOf.TextOf(path),
  bytes: ({ path }) => exportsOf.BytesOf(path),
  preview: ({ chosen }) => unwrap(exportsOf.Preview(JSON.stringify(chosen))),
  report: ({ format, reveals }) => exportsOf.Report(format, reveals),
  pack: () => exportsOf.Pack(),
};

const starting = start();
starting.then(about => {
  tell({ ready: 'loaded', about });
  warmUp();
  tell({ ready: 'warm' });
}).catch(failure => {
  console.error(failure?.stack ?? failure);
  tell({ broken: String(failure?.message ?? failure) });
});

let last = starting;
self.onmessage = ({ data: { id, operation, argument } }) => {
  last = last.catch(() => {}).then(async () => {
    try {
      tell({ id, answer: await operations[operation](argument) });
    } catch (failure) {
      console.error(failure?.stack ?? failure);
      tell({ id, failure: String(failure?.message ?? failure) });
    }
  });
};
