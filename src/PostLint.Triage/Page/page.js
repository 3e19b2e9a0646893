'use strict';
(() => {
const $ = id => document.getElementById(id);
const make = (tag, props = {}, ...children) => { const e = Object.assign(document.createElement(tag), props); e.append(...children); return e; };
const { cards, lanes, columns, source, isMasked, run } = JSON.parse($('cards').textContent);
const verdicts = ['act', 'look', 'unreadable', 'clear'];
const kinds = { reject: 'reject', ask: 'ask the authors', keep: 'keep' };
const numbers = ['number', 'pid', 'paper id'];
const narrow = matchMedia('screen and (max-width: 900px)');
const rowHeight = () => narrow.matches ? 68 : 40;
const summaryOf = rule => rule === 'unread' ? 'Not all of it could be read' : rule === 'fault' ? 'PostLint failed in a part of it' : (cards[rule] || [rule])[0];

// Each record is five lines: what the table needs, columns that only the chair sees, what may be shared, what only the chair sees of the findings, and images; the last four are read when they are shown.
const rows = [...document.querySelectorAll('script.record')].map((element, place) => {
  const text = element.textContent, end = text.indexOf('\n');
  const [id, title, profile, inLanes, fields, failure, content] = JSON.parse(text.slice(0, end));
  const number = numbers.map(name => fields[name]).find(value => value) || id;
  return { place, id, number, title: title || fields.post || id, profile, inLanes, fields, failure, content, element, end };
});

// What a search looks through; made when it is first needed, or when the browser has nothing else to do.
const searched = row => row.text ??= `${row.id} ${row.number} ${row.title} ${row.inLanes.map(lane => lane[4] ? summaryOf(lane[4]) : '').join(' ')} ${row.failure || ''} ${Object.values(row.fields).join(' ')}`.toLowerCase();
const prepare = (at = 0) => requestIdleCallback(idle => {
  while (at < rows.length && idle.timeRemaining() > 1) searched(rows[at++]);
  if (at < rows.length) prepare(at);
});
const byId = new Map(rows.map(row => [row.id, row]));

// What the chair decides stays in this browser until it is exported; other chairs' decisions are shown beside and never overwrite.
const storeKey = `postlint decisions ${run}`;
let kept = { by: '', own: {}, others: {} };
try { kept = { ...kept, ...JSON.parse(localStorage.getItem(storeKey)) }; } catch { /* The browser keeps nothing for files; decisions last as long as the page. */ }
const store = () => { try { localStorage.setItem(storeKey, JSON.stringify(kept)); } catch { /* As above. */ } };
const undone = [];
const ownOf = row => kept.own[row.id] || {};
const isChanged = row => !!ownOf(row).decision && ownOf(row).content !== row.content;
const decisionOf = row => isChanged(row) ? '' : ownOf(row).decision || '';
const othersOf = row => kept.others[row.id] || {};
const isDisputed = row => { const said = Object.values(othersOf(row)).map(other => other.decision).concat(decisionOf(row) || []); return new Set(said).size > 1; };

let lane = 0, sorted = [], shown = [], chosen = null;
const orders = {
  weight: (a, b) => a.inLanes[lane][0] - b.inLanes[lane][0] || b.inLanes[lane][1] - a.inLanes[lane][1] || a.place - b.place,
  number: (a, b) => { const x = Number(a.number), y = Number(b.number); return x - y || (isNaN(x - y) ? (a.number < b.number ? -1 : a.number > b.number ? 1 : 0) : a.place - b.place); },
  title: (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : a.place - b.place),
};

function drawLanes() {
  $('lanes').replaceChildren(...lanes.map(([key, title], i) => {
    const counts = [0, 0, 0, 0];
    let open = 0;
    for (const row of rows) { counts[row.inLanes[i][0]]++; if (row.inLanes[i][0] < 2 && !decisionOf(row)) open++; }
    const button = make('button', { type: 'button' }, title, make('small', {}, make('span', { className: 'act', textContent: `${counts[0]} act` }), ' · ', make('span', { className: 'look', textContent: `${counts[1]} look` }), isMasked ? '' : ` · ${open} open`));
    button.setAttribute('aria-pressed', String(i === lane));
    button.addEventListener('click', () => choosesLane(i));
    return button;
  }));
}

function choosesLane(i) {
  lane = (i + lanes.length) % lanes.length;
  drawLanes();
  order();
  if (chosen) choose(chosen);
}

function order() {
  sorted = rows.slice().sort(orders[$('sort').value]);
  filter();
}

function filter() {
  const words = $('search').value.toLowerCase().split(/\s+/).filter(Boolean), verdict = $('verdict').value, decided = $('decided').value;
  const holds = row => decided === 'changed' ? isChanged(row) : decided === 'disputed' ? isDisputed(row) : (decisionOf(row) || 'none') === decided;
  shown = sorted.filter(row => (!verdict || String(row.inLanes[lane][0]) === verdict) && (!decided || holds(row)) && words.every(word => searched(row).includes(word)));
  $('table').setAttribute('aria-rowcount', shown.length + 1);
  $('scroll').scrollTop = 0;
  tell();
  draw();
}

function tell() {
  const due = rows.filter(row => row.inLanes[lane][0] < 2), done = due.filter(row => decisionOf(row)).length;
  const all = shown.length === rows.length ? `${rows.length} submissions` : `${shown.length} of ${rows.length} submissions`;
  $('count').textContent = isMasked ? all : `${done} of ${due.length} to act or look at decided · ${all}`;
  const share = due.length ? Math.round(100 * done / due.length) : 100;
  $('bar').hidden = isMasked;
  $('bar').setAttribute('aria-valuenow', share);
  $('bar').firstElementChild.style.width = `${share}%`;
}

// Only the rows in view are in the document; two empty ones keep the place of the others.
function draw() {
  const height = rowHeight(), first = Math.max(0, Math.floor($('scroll').scrollTop / height) - 8);
  const last = Math.min(shown.length, first + Math.ceil($('scroll').clientHeight / height) + 16);
  $('rows').replaceChildren(pad(first * height), ...shown.slice(first, last).map((row, i) => rowOf(row, first + i)), pad((shown.length - last) * height));
}

function pad(height) {
  const row = make('tr', { className: 'pad', hidden: height <= 0 }, make('td', { colSpan: 5 }));
  row.style.height = `${height}px`;
  row.setAttribute('aria-hidden', 'true');
  return row;
}

function detailsOf(row) {
  if (!row.details) {
    const [own, record, findings, images] = row.element.textContent.slice(row.end + 1).split('\n').map(line => JSON.parse(line));
    row.details = { own, record, findings, images };
  }
  return row.details;
}

// What was found in the lane, in words: the heaviest finding itself, and in how many places more there is something.
function foundIn(row) {
  const [verdict, , places, top, rule] = row.inLanes[lane];
  if (row.failure && (verdict < 2 || lane === lanes.length - 1)) return row.failure;
  if (lane === lanes.length - 1) return verdict === 3 ? '' : detailsOf(row).record.unread.join('; ');
  if (top < 0 || verdict === 3) return '';
  const { record, findings } = detailsOf(row), said = (findings[top] || record.findings[top] || {}).message || summaryOf(rule);
  return places > 1 ? `${said} · and in ${places - 1} more ${places === 2 ? 'place' : 'places'}` : said;
}

function rowOf(row, at) {
  const verdict = verdicts[row.inLanes[lane][0]], decision = decisionOf(row), others = Object.entries(othersOf(row));
  const tr = make('tr', { className: row === chosen ? 'chosen' : '' });
  tr.setAttribute('aria-rowindex', at + 2);
  const open = make('button', { type: 'button', textContent: row.title });
  const found = foundIn(row);
  const said = isChanged(row) ? 'changed since' : (decision ? kinds[decision] : '') + (others.length ? ` (${others.map(([by, other]) => `${by}: ${other.decision}`).join(', ')})` : '');
  tr.append(make('td', { className: 'number', textContent: row.number, title: row.id }), make('th', { scope: 'row', className: 'title', title: row.title }, open), make('td', { className: `verdict ${verdict}`, textContent: verdict }), make('td', { className: 'found', textContent: found, title: found }), make('td', { className: `decision${isChanged(row) || isDisputed(row) ? ' act' : ''}`, textContent: said, title: said }));
  tr.addEventListener('click', () => choose(row, true));
  return tr;
}

function choose(row, moves = false) {
  if (!row) return;
  const isOther = chosen !== row;
  chosen = row;
  const at = shown.indexOf(row), scroll = $('scroll'), height = rowHeight(), top = at * height;
  if (at >= 0 && (top < scroll.scrollTop || top > scroll.scrollTop + scroll.clientHeight - 3 * height)) scroll.scrollTop = Math.max(0, top - scroll.clientHeight / 3);
  draw();
  $('one-title').textContent = `${row.number === row.title ? '' : `${row.number} · `}${row.title}`;
  drawDecision();
  $('detail').replaceChildren(...partsOf(row));
  if (moves) { document.body.classList.add('opened'); $('one').focus({ preventScroll: true }); }
  if (isOther) { $('one').scrollTop = 0; $('detail').scrollTop = 0; }
}

function close() {
  document.body.classList.remove('opened');
  draw();
}

function drawDecision() {
  $('decide').hidden = isMasked || !chosen;
  if (isMasked || !chosen) return;
  const own = ownOf(chosen), decision = decisionOf(chosen);
  const choices = make('div', { className: 'choices' }, ...Object.entries(kinds).map(([kind, title], i) => choice(kind, title, String(i + 1), decision)), choice('', 'undecided', '0', decision));
  const why = make('input', { id: 'why', value: own.why || '', placeholder: 'Why (n)', autocomplete: 'off' });
  why.setAttribute('aria-label', 'Why');
  why.addEventListener('change', () => keep(chosen, { ...ownOf(chosen), why: why.value.trim() }));
  const others = Object.entries(othersOf(chosen)).map(([by, other]) => `${by}: ${kinds[other.decision]}${other.why ? `, “${other.why}”` : ''}${other.content !== chosen.content ? ' (before it changed)' : ''}`);
  $('decide').replaceChildren(choices, why);
  if (isChanged(chosen)) $('decide').append(make('p', { className: 'act', textContent: `You decided “${kinds[own.decision]}” before the submission changed; decide again.` }));
  if (others.length) $('decide').append(make('p', { className: isDisputed(chosen) ? 'act' : 'faint', textContent: others.join(' · ') }));
}

function choice(kind, title, key, decision) {
  const button = make('button', { type: 'button' }, `${title} `, make('kbd', { textContent: key }));
  button.dataset.kind = kind;
  button.setAttribute('aria-pressed', String(kind === decision));
  button.addEventListener('click', () => decide(chosen, kind));
  return button;
}

function keep(row, own) {
  undone.push([row.id, kept.own[row.id]]);
  kept.own[row.id] = { ...own, when: new Date().toISOString() };
  store();
  $('undo').disabled = false;
}

// A decision leads to the next submission that has none.
function decide(row, decision) {
  if (isMasked || !row) return;
  const why = $('why') && chosen === row ? $('why').value.trim() : ownOf(row).why || '';
  keep(row, { decision, why, content: row.content });
  const at = shown.indexOf(row), isOpen = other => other !== row && !decisionOf(other) && other.inLanes[lane][0] < 3;
  const next = decision ? shown.slice(at + 1).find(isOpen) || shown.slice(0, Math.max(0, at)).find(isOpen) : row;
  tell();
  const counts = $('lanes').children[lane].querySelector('small').lastChild;
  counts.textContent = ` · ${rows.reduce((open, other) => open + (other.inLanes[lane][0] < 2 && !decisionOf(other) ? 1 : 0), 0)} open`;
  choose(next || row);
}

function undo() {
  if (!undone.length) return;
  const [id, before] = undone.pop();
  if (before) kept.own[id] = before; else delete kept.own[id];
  store();
  $('undo').disabled = !undone.length;
  tell();
  drawLanes();
  choose(byId.get(id));
}

function partsOf(row) {
  const { own, record, findings, images } = detailsOf(row), parts = [], left = { ...images };
  const all = { ...row.fields, ...own }, about = columns.filter(name => all[name] && all[name] !== row.title && all[name] !== row.number);
  if (row.failure) parts.push(make('p', { className: 'act', textContent: `It could not be checked: ${row.failure}.` }));
  const list = (title, items) => { if (items && items.length) parts.push(make('h3', { textContent: title }), make('ul', {}, ...items.map(item => make('li', { textContent: item })))); };
  const inLane = i => record.findings.map((finding, at) => [finding, findings[at] || finding]).filter(([finding]) => laneOf(finding.rule) === i).sort((a, b) => (b[0].weight || 0) - (a[0].weight || 0));
  for (const i of [lane, ...lanes.keys()].filter((i, at, list) => list.indexOf(i) === at && i < lanes.length - 1)) {
    const found = inLane(i);
    if (!found.length) continue;
    const [verdict, weight, places] = row.inLanes[i], serious = found.filter(([finding]) => finding.severity !== 'note'), notes = found.filter(([finding]) => finding.severity === 'note');
    const head = make('h3', {}, `${lanes[i][1]}: `, make('span', { className: verdicts[verdict], textContent: verdicts[verdict] }));
    if (weight && verdict < 3) head.append(make('span', { className: 'faint', textContent: ` · weight ${weight}: the heaviest of ${places} ${places === 1 ? 'place' : 'places'}${places > 1 ? ', and a tenth of up to five more' : ''}` }));
    parts.push(head, ...serious.map(([finding, seen]) => findingOf(row, finding, seen, left)));
    if (notes.length) parts.push(make('details', {}, make('summary', { textContent: `${notes.length} ${notes.length === 1 ? 'note' : 'notes'}` }), ...notes.map(([finding, seen]) => findingOf(row, finding, seen, left))));
  }
  if (!record.findings.length && !row.failure) parts.push(make('p', { textContent: 'No direct trace was found.' }));
  list('Not read', record.unread);
  list('Brought along and not heeded', record.ignored);
  if (about.length) parts.push(make('details', {}, make('summary', { textContent: 'What the source says' }), make('dl', { className: 'columns' }, ...about.flatMap(name => [make('dt', { textContent: name }), make('dd', { textContent: all[name] })]))));
  parts.push(make('p', { className: 'faint', textContent: `${row.id} · ${row.profile || 'no profile'}` }));
  return parts;
}

const families = { identity: 0, acknowledgment: 0, conflict: 1, template: 3, submission: 3, request: 3, postlint: 3 };
const laneOf = rule => { const i = families[rule.split('/')[0]]; return i === undefined ? 2 : i; };

function findingOf(row, finding, seen, images) {
  const card = cards[finding.rule] || [finding.rule, '', ''];
  const place = `${seen.file}${finding.line ? `:${finding.line}` : ''}${finding.field ? `: ${finding.field}` : ''}`;
  const at = make('p', { className: 'faint' });
  if (source && !isMasked && finding.line) {
    const address = source.replace('{id}', encodeURIComponent(row.id)).replace('{path}', seen.file.split('/').map(encodeURIComponent).join('/')).replace('{line}', finding.line).replace(/\{(\w+)\}/g, (all, name) => row.fields[name] === undefined ? all : encodeURIComponent(row.fields[name]));
    at.append(/^https:\/\//.test(address) ? make('a', { href: address, textContent: place, rel: 'noreferrer noopener', target: '_blank' }) : place);
  } else at.append(place);
  at.append(`${finding.where ? `, ${finding.where}` : ''}${finding.others ? `, and in ${finding.others} more ${finding.others === 1 ? 'place' : 'places'}` : ''}`);
  const article = make('article', {}, make('p', { className: 'message' }, make('strong', { className: finding.severity, textContent: finding.severity }), ` ${seen.message}`), at);
  const origin = make('div', { className: 'source' });
  if (seen.text) origin.append(make('pre', {}, context(seen.before, '\n', true), seen.text.slice(0, seen.start), make('mark', { textContent: seen.text.slice(seen.start, seen.start + seen.length) || ' ' }), seen.text.slice(seen.start + seen.length), context(seen.after, '\n', false)));
  if (images[seen.file]) {
    const large = make('button', { type: 'button', className: 'image' }, make('img', { src: images[seen.file], alt: `The image ${seen.file}; show it large` }));
    large.addEventListener('click', () => { const img = $('large').querySelector('img'); img.src = large.firstChild.src; img.alt = `The image ${seen.file}`; $('large').showModal(); });
    origin.append(large);
    delete images[seen.file];
  }
  if (origin.childNodes.length) article.append(origin);
  const why = make('details', {}, make('summary', { textContent: 'Why, and how to fix it' }), make('p', { textContent: card[1] }), make('p', { textContent: card[2] }), make('p', { className: 'faint', textContent: finding.rule }));
  if (seen.why && seen.why.length) why.append(make('pre', { textContent: seen.why.join('\n') }));
  article.append(why);
  return article;
}

const context = (text, end, isBefore) => make('span', { className: 'context', textContent: text ? (isBefore ? text + end : end + text) : '' });

// The decision sheet for paper: what is to be acted on or looked at in this lane, and all that is decided.
function drawSheet() {
  const listed = shown.filter(row => row.inLanes[lane][0] < 3 || ownOf(row).decision);
  const cells = (tag, texts) => texts.map(text => make(tag, { textContent: text }));
  $('sheet').replaceChildren(make('h2', { textContent: lanes[lane][1] }), make('p', { textContent: $('count').textContent }), make('table', {}, make('thead', {}, make('tr', {}, ...cells('th', ['No.', 'Title', 'Verdict', 'What was found', 'Decision', 'Why']))), make('tbody', {}, ...listed.map(row => make('tr', {}, ...cells('td', [row.number, row.title, verdicts[row.inLanes[lane][0]], foundIn(row), isChanged(row) ? 'changed since' : kinds[decisionOf(row)] || '', ownOf(row).why || '']))))));
}

function exported() {
  const decisions = Object.entries(kept.own).filter(([id, own]) => byId.has(id) && own.decision).map(([id, own]) => ({ submission: id, decision: own.decision, why: own.why || '', when: own.when, content: own.content }));
  return JSON.stringify({ run, by: kept.by, decisions }, null, 1);
}

function imported(text, name) {
  const file = JSON.parse(text);
  if (!file || !Array.isArray(file.decisions)) throw new Error('it holds no decisions');
  if (file.run !== run) throw new Error('its decisions are of another run');
  const by = file.by || name.replace(/\.json$/, ''), isOwn = by === kept.by;
  for (const { submission, decision, why, when, content, by: signed } of file.decisions) {
    if (!byId.has(submission) || !(decision in kinds)) continue;
    const read = { decision, why: String(why || ''), when: String(when || ''), content: String(content || '') };
    if (!isOwn) (kept.others[submission] = kept.others[submission] || {})[signed || by] = read;
    else if (!kept.own[submission] || kept.own[submission].when < read.when) kept.own[submission] = read;
  }
}

$('filters').addEventListener('submit', event => event.preventDefault());
for (const id of ['search', 'verdict', 'decided']) $(id).addEventListener('input', filter);
$('sort').addEventListener('input', order);
let waiting = false;
$('scroll').addEventListener('scroll', () => { if (!waiting) { waiting = true; requestAnimationFrame(() => { waiting = false; draw(); }); } });
addEventListener('resize', () => draw());
addEventListener('beforeprint', drawSheet);
addEventListener('afterprint', () => $('sheet').replaceChildren());
$('back').addEventListener('click', close);
$('undo').addEventListener('click', undo);
$('by').value = kept.by;
$('by').addEventListener('input', () => { kept.by = $('by').value.trim(); store(); });
$('keys').addEventListener('click', () => { $('help').hidden = !$('help').hidden; $('keys').setAttribute('aria-expanded', String(!$('help').hidden)); });
$('theme').addEventListener('click', () => { const root = document.documentElement, isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches; root.dataset.theme = isDark ? 'light' : 'dark'; });
$('export').addEventListener('click', () => {
  if (!kept.by) { $('count').textContent = 'Say who you are first: decisions are merged by name.'; $('by').focus(); return; }
  const name = kept.by.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'chair';
  const link = make('a', { href: URL.createObjectURL(new Blob([exported()], { type: 'application/json' })), download: `decisions-${name}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});
$('import').addEventListener('change', async () => {
  try {
    for (const file of $('import').files) imported(await file.text(), file.name);
    store();
    drawLanes();
    filter();
    if (chosen) choose(chosen);
  } catch (error) { $('count').textContent = `The file was not imported: ${error.message}`; }
  $('import').value = '';
});
addEventListener('keydown', event => {
  const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
  if (event.key === 'Escape') { if (isTyping) event.target.blur(); else if (!$('large').open) close(); return; }
  if (event.key === 'Enter' && event.target.id === 'why') { event.target.blur(); return; }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || $('large').open) return;
  const at = shown.indexOf(chosen), decisions = { 1: 'reject', 2: 'ask', 3: 'keep', 0: '' };
  if (event.key === 'j') choose(shown[Math.min(at + 1, shown.length - 1)]);
  else if (event.key === 'k') choose(shown[Math.max(at - 1, 0)]);
  else if (event.key in decisions && chosen) decide(chosen, decisions[event.key]);
  else if (event.key === 'u') undo();
  else if (event.key === 'n' && $('why')) $('why').focus();
  else if (event.key === '[') choosesLane(lane - 1);
  else if (event.key === ']') choosesLane(lane + 1);
  else if (event.key === '/') $('search').focus();
  else return;
  event.preventDefault();
});
if (isMasked) for (const control of [$('by-label'), $('undo'), $('export'), $('import').parentElement, $('decided')]) control.hidden = true;
drawLanes();
order();
if (!narrow.matches) choose(shown[0]);
document.documentElement.dataset.ready = 'true';
if (window.requestIdleCallback) prepare();
})();
