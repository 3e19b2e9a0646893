// Hides names on the screen, for who shares it. What is hidden is not in the page at all.

export const mask = '▇▇▇';

/** Covers in a text whatever a masked report would not show. */
export class Names {
  #pattern = null;
  isHidden = false;

  /** @param {string[]} secrets longest first */
  constructor(secrets = []) {
    const escaped = secrets.slice(0, 2000).map(secret => secret.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    if (escaped.length > 0) this.#pattern = new RegExp(escaped.join('|'), 'giu');
  }

  /** The text as it may be shown. */
  show(text) {
    return this.isHidden && this.#pattern ? text.replace(this.#pattern, mask) : text;
  }

  /** The slices of a text that are to be covered, as [start, end]. */
  slicesIn(text) {
    if (!this.isHidden || !this.#pattern) return [];
    return [...text.matchAll(this.#pattern)].map(match => [match.index, match.index + match[0].length]);
  }
}
