// From what somebody drops, chooses or pastes to a submission: { target, files: [{ path, content }], folder }.
// `content` is a File or bytes; `folder` is a handle to write back to, where the browser has one.
import { size } from './words.js';

const mostFiles = 20_000;
const mostBytes = 512 << 20;

/** Folders of tools and of what is built, which the command does not read either. */
const isSkipped = name => name.startsWith('.') || name === 'node_modules' || name === '_site';

export class Refused extends Error {}

/** What was dropped. Must be called while the event is handled: later the browser forgets it. */
export async function fromDrop(transfer) {
  const items = [...transfer.items].filter(item => item.kind === 'file');
  const handles = items.map(item => item.getAsFileSystemHandle?.());
  const entries = items.map(item => item.webkitGetAsEntry?.());
  const loose = [...transfer.files];
  const opened = (await Promise.all(handles.map(handle => handle?.catch(() => null)))).filter(Boolean);
  if (opened.length > 0 && opened.length === items.length) return fromHandles(opened);
  const files = new Files();
  for (const [number, entry] of entries.entries()) {
    if (entry) await walkEntry(entry, '', files);
    else if (loose[number]) files.add(loose[number].name, loose[number]);
  }
  return files.submission();
}

/** A folder that was chosen, by its handle. */
export const fromFolder = handle => fromHandles([handle]);

/** The files of an input. */
export function fromInput(list) {
  const files = new Files();
  for (const file of list) {
    const path = file.webkitRelativePath || file.name;
    if (!path.split('/').slice(1, -1).some(isSkipped)) files.add(path, file);
  }
  return files.submission();
}

/** A post that was pasted. */
export function fromText(name, text) {
  const files = new Files();
  files.add(safeName(name), new TextEncoder().encode(text));
  return files.submission();
}

/** One file, such as the example. */
export function fromBytes(name, bytes) {
  const files = new Files();
  files.add(name, bytes);
  return files.submission();
}

const safeName = name => name.trim().replace(/[/\\:*?"<>|\0]/g, '-') || 'post.md';

async function fromHandles(handles) {
  const files = new Files();
  for (const handle of handles) await walkHandle(handle, '', files);
  const [folder] = handles;
  return files.submission(handles.length === 1 && folder.kind === 'directory' ? folder : null);
}

async function walkHandle(handle, above, files) {
  const path = above + handle.name;
  if (handle.kind === 'file') {
    files.add(path, await handle.getFile());
    return;
  }
  for await (const inner of handle.values()) {
    if (inner.kind === 'file' || !isSkipped(inner.name)) await walkHandle(inner, `${path}/`, files);
  }
}

async function walkEntry(entry, above, files) {
  const path = above + entry.name;
  if (entry.isFile) {
    files.add(path, await new Promise((resolve, reject) => entry.file(resolve, reject)));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // The browser gives a hundred at a time.
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inner of some) {
      if (inner.isFile || !isSkipped(inner.name)) await walkEntry(inner, `${path}/`, files);
    }
  }
}

/** Files while they are gathered, within limits. */
class Files {
  #files = [];
  #bytes = 0;

  add(path, content) {
    this.#bytes += content.size ?? content.byteLength;
    if (this.#files.length >= mostFiles) throw new Refused(`These are more than ${mostFiles.toLocaleString('en')} files. Choose the folder of the submission alone, or use the postlint command.`);
    if (this.#bytes > mostBytes) throw new Refused(`This is more than ${size(mostBytes)}, the most that this page takes. Use the postlint command.`);
    this.#files.push({ path, content });
  }

  /** One file or one folder is checked as what it is; several things side by side as a folder of them. */
  submission(folder = null) {
    if (this.#files.length === 0) throw new Refused('There is no file in what you chose.');
    const tops = new Set(this.#files.map(file => file.path.split('/')[0]));
    if (tops.size === 1) return { target: [...tops][0], files: this.#files, folder };
    return { target: 'submission', files: this.#files.map(({ path, content }) => ({ path: `submission/${path}`, content })), folder: null };
  }
}
