// Drives the page as its users do, in Chromium, and prints the figures that it is held to. Ends with 1 where something is not so.
//
//   node check.mjs PAGE SUBMISSIONS GENERATED WORK COMMAND…     [ONLY=name,name]
//
// PAGE is the published folder, SUBMISSIONS and GENERATED hold submissions to compare with the command on.
import fs from 'node:fs';
import path from 'node:path';
import { failures } from './expect.mjs';
import { figures } from './figures.mjs';
import { hostile } from './hostile.mjs';
import { looks } from './looks.mjs';
import { nothingLeaves } from './nothing-leaves.mjs';
import { offline } from './offline.mjs';
import { launch } from './page.mjs';
import { sameAsCommand } from './same-as-command.mjs';
import { elsewhere, serve } from './server.mjs';
import { session } from './session.mjs';

const [pageFolder, submissions, generated, work, ...command] = process.argv.slice(2).map(argument => (fs.existsSync(argument) ? path.resolve(argument) : argument));
const below = folder => fs.readdirSync(folder).map(name => path.join(folder, name)).sort();
const only = process.env.ONLY?.split(',');
const leaking = path.join(submissions, 'leaking-2024');
// Each family's fixtures are a folder with posts, too.
const families = below(path.dirname(submissions)).filter(folder => /\/[A-Z]\w*$/.test(folder));

const browser = await launch();
const server = await serve(pageFolder), other = await elsewhere();
const parts = {
  figures: () => figures(browser, server, work),
  session: () => session(browser, server, command, leaking, work),
  'nothing leaves': () => nothingLeaves(browser, server, other, leaking),
  hostile: () => hostile(browser, server, work),
  looks: () => looks(browser, server, leaking, work),
  'same as the command': () => sameAsCommand(browser, server, command, [...below(submissions), ...families, ...below(generated)]),
  offline: () => offline(browser, server, leaking),
};
for (const [name, part] of Object.entries(parts)) {
  if (only && !only.includes(name)) continue;
  console.log(`-- ${name}`);
  await part().catch(failure => {
    failures.push(`${name}: ${failure.message}`);
    console.log(`   FAILED: ${failure.stack}`);
  });
}
await browser.close();
await Promise.all([server.close(), other.close()]).catch(() => {});
console.log(failures.length === 0 ? 'all is so' : `${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
