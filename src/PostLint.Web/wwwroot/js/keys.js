// Single keys, which can be switched off; none works while somebody types or a dialog is open.
import { byId } from './dom.js';

/** @param {Record<string, () => void>} actions by key */
export function listen(actions) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.body.dataset.view !== 'results' || !byId('keys-on').checked || document.querySelector('dialog[open]')) return;
    if (event.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]')) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}
