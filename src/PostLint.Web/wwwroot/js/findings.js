// The list of findings: each a heading that opens to why, what to do, evidence and call.
import { byId, h } from './dom.js';
import { familyOf, severities, shownPath, store, submission, visibleFindings } from './store.js';
import { mask } from './names.js';
import { count, sentence } from './words.js';

const page = 100;
let most = page;

/** Draws the list anew. */
export function drawFindings(choose) {
  const list = byId('findings');
  const visible = visibleFindings();
  const focused = document.activeElement?.closest('.finding')?.dataset.number;
  list.replaceChildren(...visible.slice(0, store.isPrinting ? Infinity : most).map(one => item(one, choose)));
  // Who goes by keys stays where they were, or begins anew where that is filtered out.
  if (focused !== undefined) (list.querySelector(`[data-number="${focused}"] button`) ?? list.querySelector('.finding button'))?.focus({ preventScroll: true });
  const rest = visible.length - most;
  const more = byId('more-findings');
  more.hidden = rest <= 0;
  more.textContent = `Show ${count(Math.min(rest, page), 'more finding')}`;
  more.onclick = () => { most += page; drawFindings(choose); };
  if (visible.length === 0) list.append(h('li', { class: 'none' }, emptyText()));
}

export function resetFindings() {
  most = page;
}

function emptyText() {
  const all = submission()?.findings.length ?? 0;
  if (all > 0) return 'The filters show none of the findings.';
  return 'No direct trace found. What only people can see, such as a well-known figure or a way of writing, is not checked.';
}

function item({ finding, number }, choose) {
  const isChosen = number === store.finding, isOpen = isChosen || store.isPrinting;
  const id = `finding-${number}`;
  const place = placeText(finding.place);
  return h('li', { class: `finding ${finding.severity}${isChosen ? ' chosen' : ''}${finding.suppressed ? ' suppressed' : ''}`, dataset: { number } },
    h('h3', {},
      h('button', { type: 'button', 'aria-expanded': String(isOpen), 'aria-controls': id, onclick: () => choose(isChosen ? -1 : number) },
        h('span', { class: 'severity' }, finding.suppressed ? 'suppressed' : finding.severity),
        h('span', { class: 'message' }, store.names.isHidden ? finding.masked : finding.message),
        h('span', { class: 'place' }, place))),
    h('div', { id, class: 'details', hidden: !isOpen }, ...(isOpen ? details(finding, number) : [])));
}

/** Where a place is, in words. */
export function placeText(place) {
  const parts = [shownPath(place.file)];
  if (place.field) parts.push(place.field);
  else if (place.line > 0) parts.push(`line ${place.line}`);
  return parts.join(', ');
}

function details(finding, number) {
  const rule = store.run.rules[finding.rule];
  const { place } = finding;
  return [
    place.text && h('blockquote', { class: 'slice' }, quoted(place.text)),
    place.where && h('p', { class: 'faint' }, sentence(place.where)),
    h('p', {}, h('strong', {}, 'What to do. '), rule.fix),
    h('p', {}, h('strong', {}, 'Why. '), rule.why),
    finding.asked && h('p', {}, h('strong', {}, 'The call. '), finding.asked.text, ' ', source(finding.asked)),
    finding.suppressed && h('p', {}, h('strong', {}, 'Suppressed. '), store.names.isHidden ? mask : finding.suppressed),
    finding.others && h('p', {}, h('strong', {}, 'Also '), ...separated(finding.others.slice(0, 20).map(other => jump(other))), finding.others.length > 20 && ` and ${finding.others.length - 20} more`),
    finding.weight && weight(finding.weight),
    finding.evidence && evidence(finding.evidence),
    h('p', { class: 'actions' },
      h('button', { type: 'button', class: 'small', onclick: () => go(place) }, 'Show in the file'),
      finding.fixes && h('button', { type: 'button', class: 'small', onclick: () => document.dispatchEvent(new CustomEvent('fix', { detail: number })) }, finding.fixes.some(fix => fix.isSafe) ? 'Fix …' : 'Fix, after a look …'),
      h('code', { class: 'faint rule' }, finding.rule)),
  ].filter(Boolean);
}

const quoted = text => (store.names.isHidden ? mask : text);

function source(asked) {
  return asked.address
    ? h('a', { href: asked.address, target: '_blank', rel: 'noopener noreferrer' }, asked.source)
    : h('span', { class: 'faint' }, asked.source);
}

function go(place) {
  document.dispatchEvent(new CustomEvent('show-place', { detail: place }));
}

function jump(place) {
  return h('button', { type: 'button', class: 'link', onclick: () => go(place) }, placeText(place));
}

function separated(items) {
  return items.flatMap((one, number) => (number === 0 ? [one] : [', ', one]));
}

function weight({ hypothesis, chance, for: pro, against }) {
  const clue = (sign, one) => h('li', {}, `${sign} ${Math.abs(one.bits).toFixed(2)} bits: ${one.words}, at `, jump(one.place));
  return h('details', {},
    h('summary', {}, `Weighed: ${chance} that ${hypothesis}`),
    h('ul', {}, ...pro.map(one => clue('+', one)), ...against.map(one => clue('−', one))));
}

function evidence(facts) {
  return h('details', {},
    h('summary', {}, `Evidence: ${count(facts.length, 'fact')}`),
    h('ul', { class: 'evidence' }, ...facts.slice(0, 60).map(fact => h('li', { class: `depth-${Math.min(fact.depth, 4)}` },
      fact.kind, fact.place.file ? [' at ', jump(fact.place)] : null,
      fact.place.text ? ` “${quoted(fact.place.text)}”` : null,
      fact.by.length > 0 ? h('span', { class: 'faint' }, `, concluded by ${fact.by.join(', ')}`) : null))));
}

/** Draws the filters with their counts. */
export function drawFilters(changed) {
  const all = submission().findings;
  byId('severities').replaceChildren(...severities.map(severity => {
    const number = all.filter(finding => finding.severity === severity).length;
    return h('label', { class: `chip ${severity}` },
      h('input', { type: 'checkbox', checked: store.shown.has(severity), onchange: event => { toggleSeverity(severity, event.target.checked); changed(); } }),
      count(number, severity));
  }));
  const families = [...new Set(all.map(familyOf))].sort();
  if (!families.includes(store.family)) store.family = '';
  const select = byId('family');
  select.replaceChildren(h('option', { value: '' }, 'All'), ...families.map(family => h('option', { value: family, selected: family === store.family }, sentence(family))));
  select.onchange = () => { store.family = select.value; changed(); };
}

export function toggleSeverity(severity, isShown) {
  if (isShown) store.shown.add(severity);
  else store.shown.delete(severity);
}
