// Made-up submissions that are too large to keep: a long post, many pictures, and one that means harm.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const paragraph = number => `The ${number}th experiment trains the same network with another schedule, and the loss falls as the theory predicts. We compare it with the baseline of the last section, [repeat it](#section-${number}) with ten seeds, and show the spread as a band. None of the curves crosses the bound, though the fourth comes close.\n\n`;

function post(bytes) {
  let text = '---\nlayout: distill\ntitle: Schedules and their limits\ndescription: What a schedule of the learning rate can and cannot do.\ndate: 2026-04-27\nauthors:\n  - name: Anonymous\nbibliography: 2026-04-27-schedules.bib\n---\n\n';
  for (let number = 1; text.length < bytes; number++) text += `${number % 8 === 1 ? `## Section ${number}\n\n` : ''}${paragraph(number)}`;
  return `${text}Our code is at https://github.com/jane-doe-1990/schedules and we thank Jane Doe.\n`;
}

/** A post of so many bytes in the track's layout; gives the folder. */
export function writePost(folder, bytes) {
  fs.mkdirSync(path.join(folder, '_posts'), { recursive: true });
  fs.writeFileSync(path.join(folder, '_posts/2026-04-27-schedules.md'), post(bytes));
  return folder;
}

/** A post with so many pictures of a megabyte each, one of which names its artist. */
export function writePictures(folder, count) {
  writePost(folder, 8_000);
  const images = path.join(folder, 'assets/img/2026-04-27-schedules');
  fs.mkdirSync(images, { recursive: true });
  for (let number = 0; number < count; number++) fs.writeFileSync(path.join(images, `figure-${number}.png`), png(592, 590, number === 3 ? 'Jane Doe' : ''));
  return folder;
}

/** A picture whose pixels do not pack, so that its size is that of its pixels. */
function png(width, height, artist) {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  let state = 12345;
  for (let at = 0; at < rows.length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    rows[at] = at % (1 + 3 * width) === 0 ? 0 : state >> 16;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const parts = [chunk('IHDR', header), artist ? chunk('tEXt', Buffer.from(`Author\0${artist}`)) : Buffer.alloc(0), chunk('IDAT', zlib.deflateSync(rows, { level: 1 })), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...parts]);
}

function chunk(type, data) {
  const whole = Buffer.alloc(12 + data.length);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, 'latin1');
  data.copy(whole, 8);
  whole.writeUInt32BE(zlib.crc32(whole.subarray(4, 8 + data.length)), 8 + data.length);
  return whole;
}
