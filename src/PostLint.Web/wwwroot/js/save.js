// Hands out what was made: reports, the fixed submission as a zip, or its files written back to their folder.
import { h } from './dom.js';

/** Lets the browser save bytes as a file. */
export function download(name, bytes, type) {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  h('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Writes changed files to the folder that they came from. A file that has changed there since it was read stays as it is, and is named.
 * @param {FileSystemDirectoryHandle} folder
 * @param {{path: string, content: Uint8Array | null}[]} changes null for a file that is deleted
 * @param {Map<string, File>} originals what was read, by path
 * @returns {Promise<string[]>} what was not written, and why
 */
export async function writeBack(folder, changes, originals) {
  if ((await folder.requestPermission?.({ mode: 'readwrite' })) === 'denied') return ['The browser was not allowed to write.'];
  const refused = [];
  for (const { path, content } of changes) {
    // The first part of a path is the folder itself.
    const parts = path.split('/').slice(1), name = parts.pop();
    try {
      let parent = folder;
      for (const part of parts) parent = await parent.getDirectoryHandle(part);
      const file = await parent.getFileHandle(name);
      if (!(await isSame(await file.getFile(), originals.get(path)))) {
        refused.push(`${path} has changed since it was read.`);
      } else if (content === null) {
        await parent.removeEntry(name);
      } else {
        const stream = await file.createWritable();
        await stream.write(content);
        await stream.close();
      }
    } catch (failure) {
      refused.push(`${path} could not be written: ${failure.message}`);
    }
  }
  return refused;
}

async function isSame(now, before) {
  if (!before || now.size !== (before.size ?? before.byteLength)) return false;
  try {
    const one = new Uint8Array(await now.arrayBuffer()), other = before instanceof Blob ? new Uint8Array(await before.arrayBuffer()) : before;
    return one.every((byte, at) => byte === other[at]);
  } catch {
    // The browser gives no File any more whose file was written since.
    return false;
  }
}
