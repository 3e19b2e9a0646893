// What the page knows at the moment. One object, which app.js changes and the views read.
import { Names } from './names.js';

export const severities = ['error', 'warning', 'note'];

export const store = {
  /** @type {{target: string, files: {path: string, content: File | Uint8Array | null}[], folder: FileSystemDirectoryHandle | null} | null} as it was given */
  given: null,
  /** The submission with the changes that were made. */
  current: null,
  /** Paths that were changed since it was given. */
  changed: new Set(),
  packs: [],
  run: null,
  names: new Names(),
  /** Number of the submission that is shown, where there are several. */
  which: 0,
  shown: new Set(severities),
  family: '',
  /** Number of the finding that is chosen, in its submission. */
  finding: -1,
  /** Whether the page is being printed: then all findings are open. */
  isPrinting: false,
};

export const submission = () => store.run?.submissions[store.which];

/** The findings that the filters let through, worst first, each with its number; suppressed ones last. */
export function visibleFindings() {
  const all = (submission()?.findings ?? []).map((finding, number) => ({ finding, number }));
  const weight = ({ finding }) => (finding.suppressed ? 10 : 0) + severities.indexOf(finding.severity);
  return all
    .filter(({ finding }) => store.shown.has(finding.severity) && (!store.family || familyOf(finding) === store.family))
    .sort((one, other) => weight(one) - weight(other) || one.number - other.number);
}

export const familyOf = finding => finding.rule.split('/')[0];

/** A path as it may be shown: of the submission's folder nothing is said, and archives read like folders. */
export function shownPath(path) {
  const file = submission()?.files.find(one => one.path === path);
  const whole = store.names.isHidden && file ? file.shown : store.names.show(path);
  const top = store.current?.target;
  const below = top && whole.startsWith(`${top}!/`) ? whole.slice(top.length + 2) : top && whole.startsWith(`${top}/`) ? whole.slice(top.length + 1) : whole;
  return below.replaceAll('!/', ' › ');
}
