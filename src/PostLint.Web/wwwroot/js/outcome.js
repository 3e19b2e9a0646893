// The head of a result: how it came out, what was fixed, and what nobody can vouch for.
import { byId, h } from './dom.js';
import { severities, shownPath, store, submission } from './store.js';
import { count, sentence } from './words.js';

/**
 * Draws it.
 * @param {{made: {path: string, done: string, refusal?: string}[]} | null} done what was fixed just now
 * @param {{save: () => void, write: () => void, undo: () => void}} actions
 */
export function drawOutcome(done, actions) {
  const shown = submission();
  byId('result-title').textContent = store.names.show(shown.name);
  byId('edition-told').textContent = edition(shown);
  byId('outcome').replaceChildren(h('p', { class: `verdict ${worst(shown)}` }, verdict(shown)), ...(done || store.changed.size > 0 ? [fixedBox(done, shown, actions)] : []));
  const remarks = remarksOn(shown);
  byId('remarks').replaceChildren(...remarks.map(remark => h('li', {}, remark)));
  byId('remarks').hidden = remarks.length === 0;
}

const openOf = shown => shown.findings.filter(finding => !finding.suppressed);

const worst = shown => severities.find(severity => openOf(shown).some(finding => finding.severity === severity)) ?? 'clear';

/** The finding of each severity in words; a count of none is left out. */
export function counts(shown) {
  return severities
    .map(severity => [openOf(shown).filter(finding => finding.severity === severity).length, severity])
    .filter(([number]) => number > 0)
    .map(([number, severity]) => count(number, severity))
    .join(', ');
}

function verdict(shown) {
  const suppressed = shown.findings.length - openOf(shown).length;
  const words = counts(shown) || (shown.unread.length > 0 ? 'Not everything was checked, nothing found' : 'No direct trace found');
  return `${words}${suppressed > 0 ? `, ${suppressed} suppressed` : ''}.`;
}

function edition({ profile, detectedBy }) {
  if (detectedBy) return `Judged by ${profile}: ${detectedBy}.`;
  if (byId('edition').value) return `Judged by ${profile}, as you chose.`;
  return store.run.configuration ? `Judged by ${profile}, by its configuration.` : `Judged by ${profile}: the edition is not told by the post; choose one if the call is known.`;
}

function fixedBox(done, shown, { save, write, undo }) {
  const made = done?.made.filter(file => !file.refusal) ?? [], refused = done?.made.filter(file => file.refusal) ?? [];
  const rest = counts(shown);
  const files = count(store.changed.size, 'file');
  const single = store.current.files.length === 1 && !store.current.files[0].path.includes('/');
  return h('div', { class: 'fixed-box' },
    h('p', {}, h('strong', {}, store.changed.size > 0 ? `${files} fixed, read again and checked again. ` : 'Nothing was changed. '), rest ? `What remains: ${rest}.` : 'Nothing remains that PostLint finds.'),
    made.length > 0 && h('ul', {}, ...made.map(file => h('li', {}, `${shownPath(file.path)}: ${file.done}`))),
    refused.length > 0 && h('ul', {}, ...refused.map(file => h('li', {}, `${shownPath(file.path)} stays as it is: ${store.names.show(file.refusal)}`))),
    h('p', { class: 'buttons tools' },
      h('button', { type: 'button', class: 'primary', id: 'save-zip', onclick: save }, single ? 'Download the fixed file' : 'Download the fixed submission'),
      store.current.folder && h('button', { type: 'button', id: 'write-back', onclick: write }, 'Write back to the folder'),
      h('button', { type: 'button', id: 'undo', onclick: undo }, 'Undo all changes')));
}

function remarksOn(shown) {
  const { run } = store;
  return [
    ...run.errors ?? [],
    run.configuration && `Its configuration ${store.names.show(run.configuration)} decides how it is checked.`,
    run.lacksModels && 'The language models could not be loaded: languages are told by script and words alone, so that a passage in another language may be missed.',
    ...[...shown.unread, ...run.unread].map(gap => `Not read: ${store.names.isHidden ? gap.shown : shownPath(gap.path)}: ${store.names.show(gap.reason)}.`),
    ...run.excluded.map(gap => `Not checked: ${store.names.isHidden ? gap.shown : shownPath(gap.path)}: ${gap.reason}.`),
    opaque(shown),
    ...shown.remarks.map(remark => `${sentence(remark)}.`),
  ].filter(Boolean);
}

function opaque({ files }) {
  const closed = files.filter(file => file.isOpaque);
  return closed.length > 0 && `Not looked into: ${count(closed.length, 'file')} of formats that are not read (${closed.slice(0, 3).map(file => shownPath(file.path)).join(', ')}${closed.length > 3 ? ', …' : ''}).`;
}
