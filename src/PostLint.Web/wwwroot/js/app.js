// The page: what is shown when, and what follows on what. Views draw what store.js knows; the engine does the work in its own thread.
import { byId, h, open, toast } from './dom.js';
import { Engine, Stopped } from './engine.js';
import { connectFiles, drawFiles, resetFiles, selectInFile, showPlace } from './files.js';
import { drawFilters, drawFindings, resetFindings, toggleSeverity } from './findings.js';
import { chooseFixes, connectFixes, fixesOf } from './fix-dialog.js';
import { fromBytes, fromDrop, fromFolder, fromInput, fromText } from './intake.js';
import { listen } from './keys.js';
import { Names } from './names.js';
import { keepOffline } from './offline.js';
import { drawOutcome } from './outcome.js';
import { download, writeBack } from './save.js';
import { store, submission, visibleFindings } from './store.js';
import { count } from './words.js';

const engine = new Engine();
connectFiles(engine, choose);
connectFixes(engine);

// Starting

engine.addEventListener('loaded', ({ detail: about }) => {
  if (byId('edition').options.length > 1) return;
  byId('readiness').textContent = 'Ready.';
  document.body.dataset.ready = 'true';
  byId('version').textContent = `PostLint ${about.version}`;
  byId('edition').append(...about.profiles.map(profile => h('option', { value: profile.name }, `${profile.name}: ${profile.summary}`)));
  byId('packs').append(...about.packs.map(pack => packBox(pack, pack)));
});
// The rules are built by now, too; what the page keeps for later is asked for when nothing else waits.
engine.addEventListener('warm', () => {
  document.body.dataset.warm = 'true';
  keepOffline();
}, { once: true });
engine.addEventListener('broken', ({ detail }) => {
  byId('readiness').textContent = `PostLint cannot start in this browser: ${detail}. It needs WebAssembly; use a current browser, or the postlint command.`;
});
engine.addEventListener('progress', ({ detail }) => say(progressText(detail)));

function progressText({ progress, done, of }) {
  if (progress === 'reading') return `Reading the files: ${done} of ${of} …`;
  if (progress === 'models') return 'Loading the language models, which this post needs …';
  return 'Reading the post as a reviewer would …';
}

function say(text) {
  byId('progress-text').textContent = text;
}

function show(view) {
  document.body.dataset.view = view;
  for (const id of ['start', 'working', 'results']) byId(id).hidden = id !== view;
}

function packBox(value, label, isChecked = false) {
  return h('label', { class: 'check' }, h('input', { type: 'checkbox', value, checked: isChecked }), label);
}

// Taking a submission

async function take(gather) {
  if (document.body.dataset.view === 'working') return;
  let given;
  try {
    given = await gather();
  } catch (refusal) {
    if (refusal.name !== 'AbortError') toast(refusal.message);
    return;
  }
  if (isPack(given)) {
    await takePack(given.files[0]);
    return;
  }
  Object.assign(store, { given, current: given, changed: new Set(), which: 0, finding: -1, family: '' });
  resetFiles();
  resetFindings();
  await check('start');
}

const isPack = ({ files }) => files.length === 1 && !files[0].path.includes('/') && /\.ya?ml$/i.test(files[0].path);

async function takePack({ path, content }) {
  store.packs = [...store.packs.filter(pack => pack.name !== path), { name: path, content }];
  byId('packs').querySelector(`input[value="${CSS.escape(path)}"]`)?.closest('label').remove();
  byId('packs').append(packBox(path, `${path}, your own`, true));
  byId('options').querySelector('details').open = true;
  toast(`The rules of ${path} are run from now on.`);
  if (store.current && document.body.dataset.view === 'results') await check('results');
}

function request() {
  const packs = [...byId('packs').querySelectorAll('input:checked')].map(box => box.value);
  return {
    target: store.current.target,
    profile: byId('edition').value || null,
    cameraReady: byId('phase').value === 'camera-ready',
    packs,
    isolated: byId('isolated').checked,
  };
}

/** Checks what is there; where that fails, the view before is shown again. */
async function check(before, done = null) {
  show('working');
  say('Starting PostLint …');
  byId('working-title').focus();
  let run;
  try {
    await engine.ready;
    const asked = request();
    run = await engine.check({ files: store.current.files, packs: store.packs.filter(pack => asked.packs.includes(pack.name)), request: asked });
    if (run.errors) throw new Error(run.errors.join('\n'));
  } catch (failure) {
    const mayReturn = before === 'results' && !store.isBroken;
    show(mayReturn ? 'results' : 'start');
    if (!(failure instanceof Stopped)) toast(`It could not be checked: ${failure.message}`);
    else toast('Stopped.');
    // The thread may be a new one, which knows nothing of the submission.
    store.isBroken = true;
    if (!mayReturn) store.run = null;
    return false;
  }
  store.isBroken = false;
  const { isHidden } = store.names;
  store.run = run;
  store.names = new Names(run.secrets);
  store.names.isHidden = isHidden;
  store.finding = -1;
  store.which = Math.min(store.which, Math.max(0, run.submissions.length - 1));
  if (run.submissions.length === 0) {
    show('start');
    toast(nothingFound(run));
    store.run = null;
    return false;
  }
  draw(done);
  show('results');
  byId('result-title').focus();
  return true;
}

function nothingFound({ unread, excluded }) {
  const [gap] = [...unread, ...excluded];
  return gap ? `${gap.path}: ${gap.reason}.` : 'There is no post in it: a Markdown or HTML file, best in a folder called _posts.';
}

// Showing what was found

function draw(done = store.done) {
  store.done = done;
  drawOutcome(done, { save: saveZip, write: writeToFolder, undo });
  drawChoiceOfSubmission();
  drawFilters(drawList);
  drawList();
  drawFiles();
  const fixes = fixesOf(store.run).length;
  byId('open-fix').disabled = fixes === 0;
  byId('open-fix').textContent = fixes > 0 ? `Fix … (${fixes})` : 'Nothing to fix by itself';
}

function drawList() {
  drawFindings(choose);
}

function drawChoiceOfSubmission() {
  const { submissions } = store.run;
  byId('which-label').hidden = submissions.length < 2;
  byId('which').replaceChildren(...submissions.map((one, number) => h('option', { value: number, selected: number === store.which }, `${store.names.show(one.name)} (${one.findings.length})`)));
}

/** Chooses a finding, or none with -1. */
function choose(number, focuses = false) {
  store.finding = number;
  if (number >= 0 && !visibleFindings().some(one => one.number === number)) {
    store.shown = new Set(['error', 'warning', 'note']);
    store.family = '';
    drawFilters(drawList);
  }
  drawList();
  selectInFile(number);
  if (number < 0) return;
  const item = document.querySelector(`#findings [data-number="${number}"]`);
  item?.scrollIntoView({ block: 'nearest' });
  if (focuses) item?.querySelector('button').focus({ preventScroll: true });
  const { place } = submission().findings[number];
  // Beside the list, the text follows; below it, it would scroll the list away.
  if (matchMedia('(min-width: 62rem)').matches) showPlace(place).then(() => selectInFile(number));
}

function step(by) {
  const visible = visibleFindings();
  if (visible.length === 0) return;
  const at = visible.findIndex(one => one.number === store.finding);
  const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(Math.max(at + by, 0), visible.length - 1);
  choose(visible[next].number, true);
}

document.addEventListener('show-place', ({ detail: place }) => showPlace(place).then(() => selectInFile(store.finding)));
document.addEventListener('fix', ({ detail: number }) => fix(number));

byId('which').addEventListener('change', event => {
  store.which = Number(event.target.value);
  store.finding = -1;
  resetFiles();
  draw();
});
byId('hide-names').addEventListener('change', event => {
  store.names.isHidden = event.target.checked;
  draw();
  selectInFile(store.finding);
});

// Fixing

async function fix(first = null) {
  if (store.isBroken && !(await check('results'))) return;
  const chosen = await chooseFixes(first);
  if (!chosen) return;
  let made;
  try {
    made = await engine.ask('fix', { chosen });
  } catch (failure) {
    toast(`It could not be fixed: ${failure.message}`);
    store.isBroken = true;
    return;
  }
  const contents = new Map(made.changed.map(({ path, content }) => [path, content]));
  store.current = { ...store.current, files: store.current.files.map(file => (contents.has(file.path) ? { path: file.path, content: contents.get(file.path) } : file)) };
  for (const path of contents.keys()) store.changed.add(path);
  // Read again and checked again, from the bytes that are handed out.
  await check('results', { made: made.files });
}

async function undo() {
  store.current = store.given;
  store.changed = new Set();
  await check('results');
}

async function saveZip() {
  if (store.isBroken && !(await check('results', store.done))) return;
  const name = store.current.target.replace(/\.[a-z0-9]+$/i, '') || 'submission';
  const lone = store.current.files.length === 1 && !store.current.files[0].path.includes('/');
  if (lone) download(store.current.target, store.current.files[0].content, 'application/octet-stream');
  else download(`${name}-fixed.zip`, await engine.ask('pack'), 'application/zip');
}

async function writeToFolder() {
  const originals = new Map(store.given.files.map(file => [file.path, file.content]));
  const changes = store.current.files.filter(file => store.changed.has(file.path));
  const refused = await writeBack(store.current.folder, changes, originals);
  if (refused.length > 0) toast(refused.join(' '));
  else toast(`${count(changes.length, 'file')} written back to the folder ${store.current.folder.name}.`);
}

// Reports

byId('open-export').addEventListener('click', async () => {
  const dialog = byId('export-dialog');
  if ((await open(dialog)) !== 'save') return;
  if (store.isBroken && !(await check('results'))) return;
  const format = dialog.querySelector('[name=format]:checked').value;
  const bytes = await engine.ask('report', { format, reveals: byId('export-names').checked });
  const [extension, type] = { json: ['json', 'application/json'], sarif: ['sarif', 'application/sarif+json'], text: ['txt', 'text/plain'] }[format];
  download(`postlint.${extension}`, bytes, type);
});

// Buttons and drops

byId('choose-folder').addEventListener('click', () => {
  if (window.showDirectoryPicker) take(async () => fromFolder(await window.showDirectoryPicker({ id: 'submission' })));
  else byId('folder-input').click();
});
byId('choose-files').addEventListener('click', () => byId('files-input').click());
for (const id of ['folder-input', 'files-input']) {
  byId(id).addEventListener('change', ({ target }) => {
    const files = [...target.files];
    target.value = '';
    if (files.length > 0) take(() => fromInput(files));
  });
}
byId('paste').addEventListener('click', async () => {
  byId('paste-text').value = '';
  if ((await open(byId('paste-dialog'))) !== 'check') return;
  const text = byId('paste-text').value;
  if (text.trim() === '') toast('Nothing was pasted.');
  else take(() => fromText(byId('paste-name').value, text));
  byId('paste-text').value = '';
});
byId('example').addEventListener('click', () => take(async () => {
  const response = await fetch(new URL('../example.zip', import.meta.url));
  return fromBytes('example.zip', new Uint8Array(await response.arrayBuffer()));
}));
byId('add-pack').addEventListener('click', () => byId('pack-input').click());
byId('pack-input').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  target.value = '';
  if (file) takePack({ path: file.name, content: file });
});
byId('stop').addEventListener('click', () => engine.stop());
byId('again').addEventListener('click', () => check('results'));
byId('another').addEventListener('click', () => {
  Object.assign(store, { given: null, current: null, run: null, changed: new Set() });
  resetFiles();
  show('start');
  byId('start-title').scrollIntoView();
  byId('choose-folder').focus();
});
byId('open-fix').addEventListener('click', () => fix());
byId('open-keys').addEventListener('click', () => open(byId('keys-dialog')));

for (const [name, isPrinting] of [['beforeprint', true], ['afterprint', false]]) {
  window.addEventListener(name, () => {
    store.isPrinting = isPrinting;
    if (store.run) drawList();
  });
}

const holdsFiles = event => [...(event.dataTransfer?.types ?? [])].includes('Files');
document.addEventListener('dragover', event => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  byId('dropping').hidden = document.body.dataset.view === 'working';
});
document.addEventListener('dragleave', event => { if (!event.relatedTarget) byId('dropping').hidden = true; });
document.addEventListener('drop', event => {
  if (!holdsFiles(event)) return;
  event.preventDefault();
  byId('dropping').hidden = true;
  take(() => fromDrop(event.dataTransfer));
});

listen({
  j: () => step(1),
  k: () => step(-1),
  t: () => { if (store.finding >= 0) showPlace(submission().findings[store.finding].place); },
  f: () => { if (!byId('open-fix').disabled) fix(); },
  h: () => byId('hide-names').click(),
  '?': () => open(byId('keys-dialog')),
  ...Object.fromEntries(['error', 'warning', 'note'].map((severity, number) => [String(number + 1), () => {
    toggleSeverity(severity, !store.shown.has(severity));
    drawFilters(drawList);
    drawList();
  }])),
});
