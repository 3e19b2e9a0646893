// The files of the submission, and the one that is open: a text with its findings marked, or what a picture or document says about itself.
import { byId, h } from './dom.js';
import { shownPath, store, submission } from './store.js';
import { mask } from './names.js';
import { TextView } from './text-view.js';
import { count, size } from './words.js';

// What browsers show, by the end of a file's name.
const types = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', svg: 'image/svg+xml', avif: 'image/avif', bmp: 'image/bmp', ico: 'image/x-icon' };
const largestPicture = 24 << 20; // bytes

let engine;
let choose;
let openPath = null;
let view = null;
let pictureAddress = null;
let turn = 0;

/** Says whom to ask for texts and bytes, and what is done when a mark is chosen. */
export function connectFiles(toEngine, onChoose) {
  engine = toEngine;
  choose = onChoose;
}

/** Draws the list of files; keeps the open one where it is still there. */
export function drawFiles() {
  const { files, findings } = submission();
  const counts = new Map();
  for (const finding of findings) counts.set(finding.place.file, (counts.get(finding.place.file) ?? 0) + 1);
  byId('files').replaceChildren(...files.slice(0, 500).map(file => fileItem(file, counts.get(file.path) ?? 0)));
  if (!files.some(file => file.path === openPath)) openPath = files[0]?.path ?? null;
  if (openPath) openFile(openPath);
  else byId('file-body').replaceChildren();
}

/** Forgets what was open. */
export function resetFiles() {
  openPath = null;
  turn++;
  closePicture();
}

function fileItem(file, findings) {
  const isOpen = file.path === openPath;
  return h('li', {}, h('button', { type: 'button', class: isOpen ? 'open' : '', 'aria-current': isOpen ? 'true' : null, dataset: { path: file.path }, onclick: () => openFile(file.path) },
    h('span', { class: 'path' }, shownPath(file.path)),
    h('span', { class: 'faint' }, file.size ?? size(file.bytes)),
    store.changed.has(file.path) ? h('span', { class: 'fixed' }, 'fixed') : null,
    findings > 0 ? h('span', { class: 'number', 'aria-label': count(findings, 'finding') }, String(findings)) : null));
}

/** Opens a file. */
export async function openFile(path) {
  const file = submission()?.files.find(one => one.path === path);
  if (!file) return;
  openPath = path;
  const own = ++turn;
  for (const button of byId('files').querySelectorAll('button')) {
    const isOpen = button.dataset.path === path;
    button.classList.toggle('open', isOpen);
    if (isOpen) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  byId('file-title').textContent = shownPath(path);
  view = null;
  closePicture();
  const body = byId('file-body');
  if (!file.hasText) {
    body.replaceChildren(...about(file));
    await showPicture(file, own);
    return;
  }
  body.replaceChildren(h('p', { class: 'faint' }, 'Reading …'));
  let text;
  try {
    text = await engine.ask('text', { path });
  } catch {
    text = null;
  }
  if (own !== turn) return;
  if (text === null) {
    body.replaceChildren(h('p', { class: 'faint' }, 'It cannot be shown.'));
    return;
  }
  view = new TextView(text, marksIn(path), store.names, choose);
  view.select(store.finding);
  body.replaceChildren(...(isPicture(file) ? [h('div', { id: 'picture' })] : []), view.element);
  if (isPicture(file)) await showPicture(file, own);
}

const typeOf = file => types[file.path.split('.').at(-1).toLowerCase()];
const isPicture = file => typeOf(file) !== undefined;

function marksIn(path) {
  return submission().findings.flatMap((finding, number) => [finding.place, ...(finding.others ?? [])]
    .filter(place => place.file === path && place.line > 0)
    .map(place => ({ start: place.start, end: place.start + place.length, line: place.line, severity: finding.suppressed ? 'note' : finding.severity, number })));
}

/** What a file that is no text says about itself, with what was found marked. */
function about(file) {
  const found = new Map();
  submission().findings.forEach((finding, number) => {
    for (const place of [finding.place, ...(finding.others ?? [])])
      if (place.file === file.path && place.field) found.set(place.field, { finding, number });
  });
  const facts = [file.kind, file.size, file.bytes > 0 ? size(file.bytes) : null].filter(Boolean).join(' · ');
  const value = field => (store.names.isHidden ? (found.has(field.name) ? mask : store.names.show(field.value)) : field.value);
  return [
    h('p', { class: 'faint' }, facts),
    h('div', { id: 'picture' }),
    file.fields
      ? h('table', { class: 'fields' },
        h('caption', {}, `What it says about itself: ${count(file.fields.length, 'field')}`),
        h('tbody', {}, ...file.fields.map(field => {
          const mark = found.get(field.name);
          return h('tr', { class: mark ? mark.finding.severity : '' },
            h('th', { scope: 'row' }, field.name),
            h('td', {}, mark ? h('button', { type: 'button', class: `mark ${mark.finding.severity}`, dataset: { finding: mark.number }, onclick: () => choose(mark.number) }, value(field)) : value(field)));
        })))
      : h('p', { class: 'faint' }, file.isOpaque ? 'Its format is not read: nobody can say that it tells nothing.' : 'It says nothing about itself.'),
  ];
}

async function showPicture(file, own) {
  if (!isPicture(file) || file.bytes > largestPicture) return;
  if (store.names.isHidden) {
    byId('picture')?.replaceChildren(h('p', { class: 'faint' }, 'The picture is hidden with the names.'));
    return;
  }
  const bytes = await engine.ask('bytes', { path: file.path }).catch(() => new Uint8Array());
  const picture = byId('picture');
  if (own !== turn || !picture || bytes.length === 0) return;
  pictureAddress = URL.createObjectURL(new Blob([bytes], { type: typeOf(file) }));
  const image = h('img', { src: pictureAddress, alt: `The picture ${shownPath(file.path)}`, class: 'thumbnail' });
  image.addEventListener('error', () => picture.replaceChildren(h('p', { class: 'faint' }, 'The browser cannot show this picture.')));
  picture.replaceChildren(image);
}

function closePicture() {
  if (pictureAddress) URL.revokeObjectURL(pictureAddress);
  pictureAddress = null;
}

/** Opens the file of a place and shows it there. */
export async function showPlace(place) {
  if (place.file !== openPath || !view) await openFile(place.file);
  if (place.line > 0 && view) view.reveal(place.line);
  else byId('file').scrollIntoView({ block: 'start' });
}

/** Marks a finding as chosen in what is open. */
export function selectInFile(number) {
  view?.select(number);
  for (const mark of byId('file-body').querySelectorAll('button.mark')) mark.classList.toggle('chosen', Number(mark.dataset.finding) === number);
}
