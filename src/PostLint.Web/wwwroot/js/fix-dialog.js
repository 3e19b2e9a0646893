// Choosing fixes: safe ones together, others one by one, with a preview of every change before it is made.
import { byId, h } from './dom.js';
import { placeText } from './findings.js';
import { shownPath, store } from './store.js';
import { mask } from './names.js';
import { count, sentence } from './words.js';

let engine;
let turn = 0;

export function connectFixes(toEngine) {
  engine = toEngine;
}

/** All fixes of the run, each with the numbers that name it. */
export function fixesOf(run) {
  return run.submissions.flatMap((submission, at) => submission.findings.flatMap((finding, number) => (finding.suppressed ? [] : finding.fixes ?? [])
    .map((fix, index) => ({ fix, finding, submission: at, number, index }))));
}

/** Asks which fixes to make; resolves with them, or null. */
export function chooseFixes(first = null) {
  const dialog = byId('fix-dialog');
  const all = fixesOf(store.run);
  const safe = all.filter(one => one.fix.isSafe), others = all.filter(one => !one.fix.isSafe);
  byId('fix-lead').textContent = safe.length > 0
    ? 'Safe changes take out only what the call forbids and no reader would miss. Look at the others one by one.'
    : 'None of these changes is made by itself: look at each.';
  const isFirst = one => first !== null && one.submission === store.which && one.number === first;
  const boxes = new Map();
  const redraw = () => preview([...boxes].filter(([, box]) => box.checked).map(([one]) => one));
  const group = (title, fixes, isChecked) => fixes.length > 0 && h('fieldset', {},
    h('legend', {}, `${title} (${fixes.length})`),
    fixes.length > 1 && h('p', {}, h('button', { type: 'button', class: 'small', onclick: () => set(fixes, true) }, 'All'), ' ', h('button', { type: 'button', class: 'small', onclick: () => set(fixes, false) }, 'None')),
    h('ul', { class: 'choices' }, ...fixes.map(one => {
      const box = h('input', { type: 'checkbox', checked: first === null ? isChecked : isFirst(one), onchange: redraw });
      boxes.set(one, box);
      return h('li', {}, h('label', { class: 'check' }, box, h('span', {}, h('strong', {}, sentence(store.names.isHidden ? one.fix.masked : one.fix.description)), h('br'), h('span', { class: 'faint' }, `${placeText(one.finding.place)} · ${one.finding.rule}`))));
    })));
  const set = (fixes, isChecked) => {
    for (const one of fixes) boxes.get(one).checked = isChecked;
    redraw();
  };
  byId('fix-choices').replaceChildren(...[group('Safe', safe, true), group('To be judged by you', others, false)].filter(Boolean));
  redraw();
  dialog.showModal();
  return new Promise(resolve => {
    let chosen = null;
    byId('fix-apply').onclick = () => {
      chosen = [...boxes].filter(([, box]) => box.checked).map(([one]) => one);
      dialog.close();
    };
    dialog.querySelector('[data-close]').onclick = () => dialog.close();
    dialog.addEventListener('close', () => resolve(chosen && chosen.length > 0 ? chosen.map(toRequest) : null), { once: true });
  });
}

export const toRequest = ({ submission, number, index }) => ({ submission, finding: number, fix: index });

async function preview(chosen) {
  const own = ++turn;
  const apply = byId('fix-apply');
  apply.disabled = true;
  apply.textContent = chosen.length > 0 ? `Make ${count(chosen.length, 'change')} and check again` : 'Choose a change';
  const area = byId('fix-preview');
  if (chosen.length === 0) {
    area.replaceChildren(h('p', { class: 'faint' }, 'Nothing is chosen.'));
    return;
  }
  let files;
  try {
    ({ files } = await engine.ask('preview', { chosen: chosen.map(toRequest) }));
  } catch (failure) {
    if (own === turn) area.replaceChildren(h('p', { class: 'faint' }, `The changes cannot be shown: ${failure.message}`));
    return;
  }
  if (own !== turn) return;
  area.replaceChildren(...files.map(fileChange));
  apply.disabled = files.every(file => file.refusal);
}

function fileChange(file) {
  return h('section', {},
    h('h4', {}, shownPath(file.path), ' ', h('span', { class: 'faint' }, file.refusal ? 'stays as it is' : file.done)),
    file.refusal && h('p', { class: 'refusal' }, `Cannot be changed here: ${store.names.show(file.refusal)}.`),
    !file.refusal && file.parts.map(part => h('div', {},
      file.parts.length > 1 || part.path !== file.path ? h('p', { class: 'faint' }, `${shownPath(part.path)}: ${part.done}`) : null,
      part.difference && difference(part.difference),
      part.fields && h('ul', { class: 'taken' }, ...part.fields.slice(0, 60).map(field => h('li', {}, h('del', {}, `${field.name}: ${store.names.isHidden ? mask : field.value}`))))))); 
}

/** A difference as `diff -u` writes it, without its head. */
function difference(text) {
  const lines = text.split('\n').slice(2);
  if (lines.at(-1) === '') lines.pop();
  const kinds = { '+': 'added', '-': 'removed', '@': 'hunk' };
  return h('pre', { class: 'difference' }, ...lines.slice(0, 2000).map(line => {
    const kind = kinds[line[0]];
    const shown = kind === 'hunk' ? line.replace(/^@@ -(\d+).*/, 'line $1') : store.names.show(line.slice(1, 2000));
    const words = { added: 'new: ', removed: 'old: ' }[kind];
    return h('span', { class: kind ?? 'context' }, words && h('span', { class: 'spoken' }, words), `${shown}\n`);
  }));
}
