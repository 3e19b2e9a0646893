// A text with line numbers and marks. Long texts are drawn piece by piece as they come into view.
import { h } from './dom.js';
import { mask as cover } from './names.js';

const linesOfPiece = 150;
const longestLine = 4000; // UTF-16 units; of longer lines only what is around marks is shown
const around = 200;
const weights = { error: 3, warning: 2, note: 1 };

export class TextView {
  #text;
  #lines = [];
  #pieces = [];
  #marks;
  #names;
  #choose;
  #chosen = -1;
  #watch;

  /**
   * @param {string} text
   * @param {{start: number, end: number, line: number, severity: string, number: number}[]} marks
   */
  constructor(text, marks, names, choose) {
    [this.#text, this.#names, this.#choose] = [text, names, choose];
    this.#marks = withoutOverlaps(marks);
    for (let at = 0; at <= text.length; ) {
      const end = text.indexOf('\n', at);
      this.#lines.push([at, end < 0 ? text.length : end]);
      if (end < 0) break;
      at = end + 1;
    }
    if (this.#lines.length > 1 && this.#lines.at(-1)[0] === text.length) this.#lines.pop();
    this.#watch = new IntersectionObserver(seen => {
      for (const { target, isIntersecting } of seen) if (isIntersecting) this.#draw(Number(target.dataset.piece));
    }, { rootMargin: '600px' });
    this.element = h('div', { class: 'text' });
    for (let first = 0; first < this.#lines.length; first += linesOfPiece) {
      const piece = h('div', { class: 'piece', dataset: { piece: this.#pieces.length } });
      piece.style.setProperty('--lines', Math.min(linesOfPiece, this.#lines.length - first));
      this.#pieces.push(piece);
      this.element.append(piece);
      this.#watch.observe(piece);
    }
    if (this.#pieces.length > 0) this.#draw(0);
  }

  #draw(number) {
    const piece = this.#pieces[number];
    if (piece.classList.contains('drawn')) return;
    this.#watch.unobserve(piece);
    const first = number * linesOfPiece;
    piece.append(...this.#lines.slice(first, first + linesOfPiece).map(([start, end], offset) => this.#line(first + offset + 1, start, end)));
    piece.classList.add('drawn');
    this.#highlight(piece);
  }

  #line(number, start, end) {
    const stop = this.#text[end - 1] === '\r' ? end - 1 : end;
    const marks = this.#marks.filter(mark => mark.start < Math.max(stop, start + 1) && Math.max(mark.end, mark.start + 1) > start);
    const row = h('div', { class: `line${marks.length > 0 ? ' marked' : ''}`, dataset: { line: number } },
      h('span', { class: 'line-number', 'aria-hidden': 'true' }, String(number)),
      h('span', { class: 'line-text' }, ...this.#content(start, stop, marks)));
    return row;
  }

  /** The pieces of a line: plain text, marks, covered names, and what is left out of a line that is too long. */
  #content(start, stop, marks) {
    const content = [];
    let at = start;
    for (const mark of marks) {
      const from = Math.max(mark.start, start), to = Math.min(Math.max(mark.end, from), stop);
      if (from < at || to <= from) continue;
      content.push(...this.#plain(at, from, content.length === 0 ? 'start' : 'middle'));
      const shown = this.#names.isHidden ? cover : this.#text.slice(from, Math.min(to, from + longestLine));
      content.push(h('mark', { class: mark.severity, dataset: { finding: mark.number }, onclick: () => this.#choose(mark.number) }, shown));
      at = to;
    }
    content.push(...this.#plain(at, stop, content.length === 0 ? 'whole' : 'end'));
    return content;
  }

  #plain(from, to, where) {
    if (to <= from) return [];
    const text = this.#names.show(this.#text.slice(from, to));
    if (text.length <= longestLine) return [text];
    const left = where === 'start' ? 0 : around, right = where === 'end' || where === 'whole' ? 0 : around;
    const head = text.slice(0, where === 'whole' ? longestLine : left), tail = right > 0 ? text.slice(-right) : '';
    return [head, h('span', { class: 'omitted' }, ` … ${(text.length - head.length - tail.length).toLocaleString('en')} characters … `), tail];
  }

  /** Marks one finding as chosen. */
  select(number) {
    this.#chosen = number;
    this.#highlight(this.element);
  }

  #highlight(element) {
    for (const mark of element.querySelectorAll('mark')) mark.classList.toggle('chosen', Number(mark.dataset.finding) === this.#chosen);
  }

  /** Scrolls to a line. */
  reveal(line) {
    const number = Math.floor((Math.min(line, this.#lines.length) - 1) / linesOfPiece);
    if (!this.#pieces[number]) return;
    // What stands above keeps its height only when it is drawn.
    for (let piece = Math.max(0, number - 1); piece <= number; piece++) this.#draw(piece);
    const row = this.#pieces[number].children[(line - 1) % linesOfPiece];
    row?.scrollIntoView({ block: 'center' });
    row?.classList.add('flash');
    setTimeout(() => row?.classList.remove('flash'), 1500);
  }
}

/** Marks in order; where two overlap, the worse one is shown, and of equals the first. */
function withoutOverlaps(marks) {
  const kept = [];
  const byWeight = marks
    .filter(mark => mark.end > mark.start)
    .sort((one, other) => weights[other.severity] - weights[one.severity] || one.start - other.start || other.end - one.end);
  for (const mark of byWeight) {
    const place = firstBehind(kept, mark.start);
    const overlaps = (place > 0 && kept[place - 1].end > mark.start) || (place < kept.length && kept[place].start < mark.end);
    if (!overlaps) kept.splice(place, 0, mark);
  }
  return kept;
}

/** The number of the first mark that does not begin before an offset. */
function firstBehind(marks, offset) {
  let low = 0, high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
