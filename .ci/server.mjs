// Types into a post of 30 KB as an editor does, and says how long the server takes; then edits at random, and compares what it tells with what a fresh server tells of the same text.
// usage: node server.mjs COMMAND FOLDER [EDITS]   with a folder to work in; the process ends with 1 where they differ
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [command, folder, edits = '2000'] = process.argv.slice(2);
const post = join(folder, '_posts', '2026-04-27-warm-up.md');
mkdirSync(join(folder, '_posts'), { recursive: true });
const uri = pathToFileURL(post).href;

class Server {
  constructor() {
    this.process = spawn(command, ['server'], { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
    this.buffer = Buffer.alloc(0);
    this.version = 0;
    this.waiting = [];
    this.process.stdout.on('data', (data) => this.receive(data));
  }

  receive(data) {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const end = this.buffer.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.buffer.toString('ascii', 0, end))[1]);
      if (this.buffer.length < end + 4 + length) return;
      const message = JSON.parse(this.buffer.toString('utf8', end + 4, end + 4 + length));
      this.buffer = this.buffer.subarray(end + 4 + length);
      this.waiting = this.waiting.filter(({ wanted, resolve }) => !wanted(message) || (resolve(message), false));
    }
  }

  next(wanted) {
    return new Promise((resolve) => this.waiting.push({ wanted, resolve }));
  }

  send(message) {
    const content = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    this.process.stdin.write(`Content-Length: ${content.length}\r\n\r\n`);
    this.process.stdin.write(content);
  }

  told() {
    return this.next((message) => message.method === 'textDocument/publishDiagnostics' && message.params.uri === uri && message.params.version === this.version)
      .then((message) => message.params.diagnostics);
  }

  async start() {
    const answered = this.next((message) => message.id === 1);
    this.send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} } });
    await answered;
    this.send({ method: 'initialized', params: {} });
  }

  open(text) {
    this.version = 1;
    const told = this.told();
    this.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1, text } } });
    return told;
  }

  change(changes) {
    this.version++;
    const told = this.told();
    this.send({ method: 'textDocument/didChange', params: { textDocument: { uri, version: this.version }, contentChanges: changes } });
    return told;
  }

  memory() {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.process.pid}/status`, 'utf8'))?.[1] ?? 0) >> 10;
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.on('exit', resolve));
    const answered = this.next((message) => message.id === 2);
    this.send({ id: 2, method: 'shutdown' });
    await answered;
    this.send({ method: 'exit' });
    return ended;
  }
}

const paragraph = (n) =>
  `## Part ${n}\n\nWarm-up raises the learning rate over the first hundred steps, and part ${n} of this post looks at what the second moment does meanwhile. `
  + 'The estimate is close to one in every coordinate, whatever the gradient says, so that the first steps are as long as the rate allows. '
  + `We train a network of four layers with and without it, and [plot the loss](https://example.org/plots/${n}) of both.\n\n`
  + '```python\nfor step in range(100):\n    rate = base * step / 100\n```\n\n$\\hat v_t = v_t / (1 - \\beta^t)$ is what the optimiser divides by.\n\n';
let text = '---\nlayout: distill\ntitle: Why warm-up helps\ndescription: What it does in the first hundred steps.\ndate: 2026-04-27\nauthors:\n  - name: Anonymous\n---\n\n';
for (let n = 1; text.length < 30_000; n++) text += paragraph(n);
text += '<!-- Ada: is that so? -->\n';
writeFileSync(post, text);

const at = (offset) => {
  const before = text.slice(0, offset);
  const line = before.split('\n').length - 1;
  return { line, character: offset - (before.lastIndexOf('\n') + 1) };
};
const edit = (start, end, insert) => {
  const change = { range: { start: at(start), end: at(end) }, text: insert };
  text = text.slice(0, start) + insert + text.slice(end);
  return change;
};
let seed = 7;
const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))].toFixed(1);
const keys = (diagnostics) => JSON.stringify(diagnostics.map(({ code, range, message }) => [code, range, message]));

const server = new Server();
await server.start();
let begun = performance.now();
const first = await server.open(text);
console.log(`open: ${(performance.now() - begun).toFixed(1)} ms to ${first.length} findings of a post of ${Math.round(text.length / 1000)} KB`);

// Somebody types a sentence in the middle, letter by letter.
const times = [];
let place = text.indexOf('## Part 12');
for (let n = 0; n < 500; n++) {
  const letter = 'We thank our reviewers, and Ada Example for her help. '[n % 54];
  const change = edit(place, place, letter);
  place++;
  begun = performance.now();
  await server.change([change]);
  times.push(performance.now() - begun);
}
times.sort((a, b) => a - b);
console.log(`type: 500 edits, median ${quantile(times, 0.5)} ms, 95th percentile ${quantile(times, 0.95)} ms, longest ${times.at(-1).toFixed(1)} ms`);

const pieces = ['We thank Ada Example for her help.', '\n\n', '<!-- Ada: is that so? -->\n', '---\n', '😀', 'our code at https://github.com/ada-example/x', '<div>', '![a](b.png)', '# H\n', '$x$', '`', '```\n', '| a | b |\n|---|---|\n', '- a\n', '> ', '[^1]', 'data:,a', '{% raw %}'];
const before = server.memory();
let compared = 0;
for (let n = 0; n < Number(edits); n += 20) {
  const changes = [];
  for (let k = 0; k < 20; k++) {
    let start = random(text.length + 1);
    let end = Math.min(text.length, start + (random(3) === 0 ? random(120) : 0));
    const splits = (offset) => offset > 0 && /[\uDC00-\uDFFF]/.test(text[offset] ?? '');
    if (splits(start)) start--;
    if (splits(end)) end++;
    changes.push(edit(start, Math.max(start, end), pieces[random(pieces.length)]));
  }
  const told = await server.change(changes);
  if (n % 100 !== 80) continue;
  const fresh = new Server();
  await fresh.start();
  const expected = await fresh.open(text);
  await fresh.stop();
  compared++;
  if (keys(told) !== keys(expected)) {
    writeFileSync(join(folder, 'differs.md'), text);
    console.log(`after ${n + 20} edits the server tells something else than a fresh one: ${join(folder, 'differs.md')}`);
    process.exit(1);
  }
}
console.log(`random: ${edits} edits, ${compared} comparisons with a fresh check, all equal; ${before} MB before, ${server.memory()} MB after`);
process.exit((await server.stop()) === 0 ? 0 : 1);
