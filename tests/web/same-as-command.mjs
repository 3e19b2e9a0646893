// The page's JSON is the command's, byte for byte, masked and with names.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { equal, expect } from './expect.mjs';
import { filesOf, open } from './page.mjs';

const run = promisify(execFile);

export async function sameAsCommand(browser, server, command, targets) {
  const { context, page } = await open(browser, server.address);
  await page.evaluate(async () => {
    const { Engine } = await import('./js/engine.js');
    window.tried = new Engine();
    await window.tried.ready;
  });
  let different = 0;
  for (const target of targets) {
    for (const reveals of [false, true]) {
      const arguments_ = ['check', path.basename(target), '--format', 'json', '--fail-on', 'never', reveals ? '--reveal' : '--mask', '--quiet'];
      // The exit code tells what was not read; the report does, too.
      const told = await run(command[0], [...command.slice(1), ...arguments_], { cwd: path.dirname(target), maxBuffer: 1 << 28 }).catch(failure => failure);
      const shown = await page.evaluate(async ({ files, target: name, reveals: shows }) => {
        const bytes = files.map(({ path: file, base64 }) => ({ path: file, content: Uint8Array.from(atob(base64), c => c.charCodeAt(0)) }));
        const checked = await window.tried.check({ files: bytes, packs: [], request: { target: name, profile: null, cameraReady: false, packs: [], isolated: false } });
        if (checked.errors) return { report: checked.errors.join('\n') };
        return { lacks: checked.lacksModels, report: new TextDecoder().decode(await window.tried.ask('report', { format: 'json', reveals: shows })) };
      }, { files: filesOf(target), target: path.basename(target), reveals });
      expect(!shown.lacks, `${target}: language models are missing`);
      if (shown.report === told.stdout) continue;
      different++;
      equal(shown.report, told.stdout, `${target}${reveals ? ', with names' : ''}: what the page says, and the command`);
      console.log(firstDifference(shown.report, told.stdout));
    }
  }
  console.log(`   ${targets.length} submissions, masked and with names: ${different} differences from the command`);
  await context.close();
}

function firstDifference(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return `     page:    ${one.slice(Math.max(0, at - 80), at + 120)}\n     command: ${other.slice(Math.max(0, at - 80), at + 120)}`;
}
