'use strict';
(() => {
const $ = id => document.getElementById(id);
const make = (tag, props = {}, ...children) => { const e = Object.assign(document.createElement(tag), props); e.append(...children); return e; };
const { cards, columns, source, isMasked, run } = JSON.parse($('cards').textContent);
const names = { act: 'act', look: 'look', unreadable: 'unreadable', clear: 'clear' };
const decisions = { reject: 'reject', ask: 'ask the authors', keep: 'keep' };
const rowHeight = 32;

// Each record is five lines: what the table needs, columns that only the chair sees, what may be shared, what only the chair sees of the findings, and images; the last three are read when it is opened.
const rows = [...document.querySelectorAll('script.record')].map((element, place) => {
  const text = element.textContent, first = text.indexOf('\n'), end = text.indexOf('\n', first + 1);
  const [id, verdict, weight, errors, warnings, notes, profile, reasons, sharedFields, failure] = JSON.parse(text.slice(0, first));
  const fields = { ...sharedFields, ...JSON.parse(text.slice(first + 1, end)) };
  const why = failure || reasons.map(([rule, , count]) => count > 1 ? `${rule} ×${count}` : rule).join(', ');
  return { place, id, verdict, weight, errors, warnings, notes, profile, reasons, fields, failure, why, element, end,
    text: `${id} ${verdict} ${profile} ${why} ${Object.values(fields).join(' ')}`.toLowerCase() };
});

// What the chair decides stays in this browser until it is exported.
const storeKey = `postlint ${run}`;
let decided = {};
try { decided = JSON.parse(localStorage.getItem(storeKey)) || {}; } catch { /* The browser keeps nothing for files; decisions last as long as the page. */ }
const store = () => { try { localStorage.setItem(storeKey, JSON.stringify(decided)); } catch { /* As above. */ } };
const decisionOf = row => (decided[row.id] || {}).decision || '';

const heads = [
  ['#', 'place', '3.2rem', true], ['Submission', 'id', '15rem'], ['Verdict', 'verdict', '6.5rem'], ['Weight', 'weight', '5rem', true], ['Errors', 'errors', '4.6rem', true], ['Warnings', 'warnings', '5.8rem', true], ['Why', 'why', 'auto'], ['Decision', 'decision', '8rem'],
  ...columns.map(column => [column, `field:${column}`, '9rem']),
];
const order = Object.keys(names);
const valueOf = (row, key) => key === 'decision' ? decisionOf(row) : key === 'verdict' ? order.indexOf(row.verdict) : key.startsWith('field:') ? row.fields[key.slice(6)] || '' : row[key];
let sort = { key: 'place', down: false }, shown = rows, chosen = null;

for (const [title, key, width, isNumber] of heads) {
  const button = make('button', { type: 'button', textContent: title });
  const th = make('th', { scope: 'col' }, button);
  th.style.width = width;
  th.dataset.key = key;
  if (isNumber) th.classList.add('number');
  button.addEventListener('click', () => { sort = { key, down: sort.key === key ? !sort.down : !!isNumber && key !== 'place' }; apply(); });
  $('heads').append(th);
}
$('table').setAttribute('aria-colcount', heads.length);

function apply() {
  const words = $('search').value.toLowerCase().split(/\s+/).filter(Boolean), verdict = $('verdict').value, rule = $('rule').value, decision = $('decided').value;
  shown = rows.filter(row => (!verdict || row.verdict === verdict) && (!rule || row.reasons.some(reason => reason[0] === rule))
    && (!decision || (decisionOf(row) || 'none') === decision) && words.every(word => row.text.includes(word)));
  const { key, down } = sort, sign = down ? -1 : 1;
  shown.sort((a, b) => { const x = valueOf(a, key), y = valueOf(b, key); return (x < y ? -sign : x > y ? sign : a.place - b.place); });
  for (const th of $('heads').children) th.setAttribute('aria-sort', th.dataset.key === key ? (down ? 'descending' : 'ascending') : 'none');
  $('count').textContent = shown.length === rows.length ? `${rows.length} submissions` : `${shown.length} of ${rows.length} submissions`;
  $('table').setAttribute('aria-rowcount', shown.length + 1);
  $('scroll').scrollTop = 0;
  draw();
}

// Only the rows in view are in the document; two empty ones keep the place of the others.
function draw(all = false) {
  const first = all ? 0 : Math.max(0, Math.floor($('scroll').scrollTop / rowHeight) - 10);
  const last = all ? shown.length : Math.min(shown.length, first + Math.ceil($('scroll').clientHeight / rowHeight) + 20);
  $('rows').replaceChildren(pad(first), ...shown.slice(first, last).map((row, i) => rowOf(row, first + i)), pad(shown.length - last));
}

function pad(count) {
  const row = make('tr', { className: 'pad' }, make('td', { colSpan: heads.length }));
  row.style.height = `${count * rowHeight}px`;
  row.hidden = count <= 0;
  row.setAttribute('aria-hidden', 'true');
  return row;
}

function rowOf(row, at) {
  const tr = make('tr', { className: row === chosen ? 'chosen' : '' });
  tr.setAttribute('aria-rowindex', at + 2);
  for (const [, key, , isNumber] of heads) {
    if (key === 'id') {
      const open = make('button', { type: 'button', textContent: row.id, title: row.id });
      open.addEventListener('click', () => choose(row, true));
      tr.append(make('th', { scope: 'row' }, open));
      continue;
    }
    const value = key === 'verdict' ? names[row.verdict] : key === 'place' ? row.place + 1 : key === 'decision' ? decisions[decisionOf(row)] || '' : valueOf(row, key);
    const td = make('td', { textContent: value, className: `${isNumber ? 'number' : ''} ${key === 'verdict' ? row.verdict : ''}` });
    if (key === 'why') td.title = value;
    tr.append(td);
  }
  return tr;
}

function choose(row, moves = false) {
  if (!row) return;
  chosen = row;
  const at = shown.indexOf(row), scroll = $('scroll'), top = at * rowHeight;
  if (at >= 0 && (top < scroll.scrollTop || top > scroll.scrollTop + scroll.clientHeight - 3 * rowHeight)) scroll.scrollTop = Math.max(0, top - scroll.clientHeight / 3);
  draw();
  $('one-title').textContent = row.id;
  $('detail').replaceChildren(...detailOf(row));
  if (moves) $('one').focus({ preventScroll: true });
  $('one').scrollTop = 0;
}

function detailOf(row) {
  const [record, own, images] = row.element.textContent.slice(row.end + 1).split('\n').map(line => JSON.parse(line)), parts = [];
  parts.push(make('p', {}, make('strong', { className: row.verdict, textContent: names[row.verdict] }), ` · weight ${row.weight} · ${row.profile || 'no profile'}`));
  if (row.failure) parts.push(make('p', { textContent: `It could not be checked: ${row.failure}.` }));
  const fields = Object.entries(row.fields);
  if (fields.length) parts.push(make('dl', { className: 'columns' }, ...fields.flatMap(([name, value]) => [make('dt', { textContent: name }), make('dd', { textContent: value })])));
  parts.push(decisionForm(row));
  const list = (title, items) => { if (items.length) parts.push(make('h3', { textContent: title }), make('ul', {}, ...items.map(item => make('li', { textContent: item })))); };
  list('Not read', record.unread || []);
  list('Brought along and not heeded', record.ignored || []);
  parts.push(make('h3', { textContent: record.findings.length ? 'Findings' : 'No findings' }), ...record.findings.map((finding, i) => findingOf(row, finding, own[i] || finding, images)));
  return parts;
}

function decisionForm(row) {
  const own = decided[row.id] || {}, set = make('fieldset', {}, make('legend', { textContent: 'Decision' }));
  for (const [value, title] of [['', 'undecided'], ...Object.entries(decisions)]) {
    const radio = make('input', { type: 'radio', name: 'decision', value, checked: (own.decision || '') === value });
    radio.addEventListener('change', () => decide(row, value));
    set.append(make('label', {}, radio, ` ${title}`));
  }
  const note = make('textarea', { id: 'note', value: own.note || '' });
  note.addEventListener('input', () => { decided[row.id] = { ...decided[row.id], note: note.value }; store(); });
  return make('div', {}, set, make('label', {}, 'Note', note));
}

function decide(row, decision) {
  decided[row.id] = { ...decided[row.id], decision };
  store();
  draw();
  for (const radio of document.querySelectorAll('input[name=decision]')) radio.checked = radio.value === decision;
}

function findingOf(row, finding, seen, images) {
  const card = cards[finding.rule] || [finding.rule, '', ''];
  const article = make('article', {}, make('h4', { title: card[0] }, make('span', { className: finding.severity, textContent: finding.severity }), ` ${finding.rule}`));
  const place = `${seen.file}${finding.line ? `:${finding.line}` : ''}${finding.field ? `: ${finding.field}` : ''}`;
  const at = make('p', { className: 'faint' });
  if (source && !isMasked && finding.line) {
    const address = source.replace('{id}', encodeURIComponent(row.id)).replace('{path}', seen.file.split('/').map(encodeURIComponent).join('/')).replace('{line}', finding.line).replace(/\{(\w+)\}/g, (all, name) => row.fields[name] === undefined ? all : encodeURIComponent(row.fields[name]));
    at.append(/^https:\/\//.test(address) ? make('a', { href: address, textContent: place, rel: 'noreferrer noopener', target: '_blank' }) : place);
  } else at.append(place);
  at.append(`${finding.where ? `, ${finding.where}` : ''}${finding.others ? `, and in ${finding.others} more ${finding.others === 1 ? 'place' : 'places'}` : ''}`);
  article.append(make('p', { textContent: seen.message }), at);
  if (seen.text) article.append(make('pre', {}, seen.text.slice(0, seen.start), make('mark', { textContent: seen.text.slice(seen.start, seen.start + seen.length) || ' ' }), seen.text.slice(seen.start + seen.length)));
  if (images[seen.file]) {
    article.append(make('img', { src: images[seen.file], alt: `The image ${seen.file}`, loading: 'lazy' }));
    delete images[seen.file];
  }
  if (seen.why && seen.why.length) article.append(make('details', {}, make('summary', { textContent: 'Evidence' }), make('pre', { textContent: seen.why.join('\n') })));
  if (card[1]) article.append(make('details', {}, make('summary', { textContent: 'Why, and how to fix it' }), make('p', { textContent: card[1] }), make('p', { textContent: card[2] })));
  return article;
}

function overview() {
  const counts = {}, byRule = new Map(), weights = new Map();
  for (const row of rows) {
    counts[row.verdict] = (counts[row.verdict] || 0) + 1;
    for (const [rule] of row.reasons) byRule.set(rule, (byRule.get(rule) || 0) + 1);
    const step = row.weight === 0 ? '0' : row.weight < 10 ? '1 to 9' : row.weight < 100 ? '10 to 99' : row.weight < 200 ? '100 to 199' : row.weight < 500 ? '200 to 499' : '500 and more';
    weights.set(step, (weights.get(step) || 0) + 1);
  }
  for (const verdict of order) {
    const button = make('button', { type: 'button', className: verdict, textContent: `${names[verdict]}: ${counts[verdict] || 0}` });
    button.addEventListener('click', () => { $('verdict').value = $('verdict').value === verdict ? '' : verdict; apply(); });
    $('verdicts').append(button);
    $('verdict').append(make('option', { value: verdict, textContent: names[verdict] }));
  }
  const ranked = [...byRule].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [rule] of [...byRule].sort()) $('rule').append(make('option', { value: rule, textContent: rule }));
  bars($('rules'), ranked.slice(0, 6));
  bars($('weights'), ['500 and more', '200 to 499', '100 to 199', '10 to 99', '1 to 9', '0'].map(step => [step, weights.get(step) || 0]));
}

function bars(list, entries) {
  const most = Math.max(1, ...entries.map(entry => entry[1]));
  for (const [name, count] of entries) {
    const bar = make('span', { className: 'bar' });
    bar.style.width = `${100 * count / most}%`;
    bar.setAttribute('aria-hidden', 'true');
    list.append(make('li', {}, make('span', { textContent: name }), bar, make('span', { textContent: count })));
  }
}

$('filters').addEventListener('submit', event => event.preventDefault());
for (const id of ['search', 'verdict', 'rule', 'decided']) $(id).addEventListener('input', apply);
let waiting = false;
$('scroll').addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; draw(); }); } });
addEventListener('resize', () => draw());
addEventListener('beforeprint', () => draw(true));
addEventListener('afterprint', () => draw());
$('keys').addEventListener('click', () => { $('help').hidden = !$('help').hidden; $('keys').setAttribute('aria-expanded', String(!$('help').hidden)); });
$('theme').addEventListener('click', () => { const root = document.documentElement, isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches; root.dataset.theme = isDark ? 'light' : 'dark'; });
$('export').addEventListener('click', () => {
  const list = rows.filter(row => decided[row.id] && (decided[row.id].decision || decided[row.id].note)).map(row => ({ id: row.id, verdict: row.verdict, ...decided[row.id] }));
  const link = make('a', { href: URL.createObjectURL(new Blob([JSON.stringify(list, null, 1)], { type: 'application/json' })), download: 'decisions.json' });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
$('import').addEventListener('change', async () => {
  try {
    const list = JSON.parse(await $('import').files[0].text()), known = new Set(rows.map(row => row.id));
    if (!Array.isArray(list)) throw new Error('it is no list of decisions');
    for (const { id, decision, note } of list) if (known.has(id)) decided[id] = { decision: decision in decisions ? decision : '', note: String(note || '') };
    store();
    apply();
    if (chosen) choose(chosen);
  } catch (error) { $('count').textContent = `The file was not imported: ${error.message}`; }
});
addEventListener('keydown', event => {
  const isTyping = event.target.matches('input:not([type=radio]), textarea, select');
  if (event.key === 'Escape' && isTyping) { event.target.blur(); return; }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = shown.indexOf(chosen), keys = { 1: 'reject', 2: 'ask', 3: 'keep', 0: '' };
  if (event.key === 'j') choose(shown[Math.min(at + 1, shown.length - 1)]);
  else if (event.key === 'k') choose(shown[Math.max(at - 1, 0)]);
  else if (event.key in keys && chosen) decide(chosen, keys[event.key]);
  else if (event.key === 'n' && $('note')) $('note').focus();
  else if (event.key === '/') $('search').focus();
  else return;
  event.preventDefault();
});
overview();
apply();
document.documentElement.dataset.ready = 'true';
})();
