// What must be so; all of it is tried before the run fails.
export const failures = [];

export function expect(isSo, what) {
  if (isSo) return;
  failures.push(what);
  console.log(`   FAILED: ${what}`);
}

export const equal = (is, should, what) => expect(is === should, `${what}: is ${JSON.stringify(is)?.slice(0, 300)}, should be ${JSON.stringify(should)?.slice(0, 300)}`);

/** A figure of the page, with the most that it may be. */
export function figure(what, value, most, unit) {
  print(what, value, most, unit);
  expect(value <= most, `${what} is ${value} ${unit}, more than ${most}`);
}

/** A time, with the most that it should be on two cores that do nothing else; what else the machine does is not the page's, so that nothing fails. */
export function time(what, value, most, unit) {
  print(what, value, most, unit);
  if (value > most) console.log('   slower than it should be on two idle cores');
}

function print(what, value, most, unit) {
  console.log(`   ${what}: ${Number.isInteger(value) ? value : value.toFixed(2)} ${unit} (at most ${most})`);
}
