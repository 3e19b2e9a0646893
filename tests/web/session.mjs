// What authors do, each way once: give a submission in every way there is, read, filter, fix, take home.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { equal, expect } from './expect.mjs';
import { downloaded, drop, open, result } from './page.mjs';

export async function session(browser, server, command, folder, work) {
  const { context, page, errors } = await open(browser, server.address);
  const start = async () => {
    await page.evaluate(() => { document.getElementById('toast').hidden = true; });
    if (await page.evaluate(() => document.body.dataset.view === 'results')) await page.click('#another');
  };
  const post = fs.readdirSync(path.join(folder, '_posts'))[0];
  const text = fs.readFileSync(path.join(folder, '_posts', post), 'utf8');

  // Every way in leads to findings.
  const zip = path.join(work, 'leaking.zip');
  fs.rmSync(zip, { force: true });
  execFileSync('python3', ['-m', 'zipfile', '-c', zip, `${folder}/_posts`, `${folder}/assets`]);
  const ways = {
    'a dropped folder': () => drop(page, [folder]),
    'a dropped zip': () => drop(page, [zip]),
    'dropped files': () => drop(page, [path.join(folder, '_posts', post), path.join(folder, 'assets')]),
    'chosen files': () => page.setInputFiles('#files-input', [path.join(folder, '_posts', post)]),
    'a chosen folder': () => page.setInputFiles('#folder-input', folder),
    'the example': () => page.click('#example'),
    'a pasted post': async () => {
      await page.click('#paste');
      await page.fill('#paste-name', post);
      await page.fill('#paste-text', text);
      await page.click('#paste-dialog button.primary');
    },
  };
  for (const [name, way] of Object.entries(ways)) {
    await start();
    await way();
    const { view, verdict, toast } = await result(page);
    equal(view, 'results', `${name}: view (${toast})`);
    expect(/error/.test(verdict ?? ''), `${name}: ${verdict}`);
    expect(/edition inferred/.test(await page.textContent('#edition-told')), `${name}: the edition is inferred: ${await page.textContent('#edition-told')}`);
  }
  await start();
  await drop(page, [path.join(folder, 'assets/img', fs.readdirSync(path.join(folder, 'assets/img'))[0])]);
  expect((await result(page)).toast.length > 0, 'a folder without a post is told as such');

  // Edition and phase.
  await start();
  await page.selectOption('#edition', 'iclr-blog-2023');
  await page.selectOption('#phase', 'camera-ready');
  await drop(page, [folder]);
  await result(page);
  expect(/iclr-blog-2023, as you chose/.test(await page.textContent('#edition-told')), 'the chosen edition is used');
  const cameraReady = await page.locator('.finding').count();
  await start();
  await page.selectOption('#edition', '');
  await page.selectOption('#phase', 'submission');
  await drop(page, [folder]);
  await result(page);
  const all = await page.locator('.finding').count();
  expect(cameraReady < all, `the phase tells which rules run: ${cameraReady} findings of ${all}`);

  // Worst first, and filters.
  const severities = await page.locator('.finding').evaluateAll(items => items.map(item => ['error', 'warning', 'note'].findIndex(one => item.classList.contains(one))));
  equal(severities.join(), [...severities].sort().join(), 'findings, worst first');
  await page.locator('.chip.error input').uncheck();
  equal(await page.locator('.finding.error').count(), 0, 'errors that are shown when they are filtered out');
  await page.locator('.chip.error input').check();
  const family = await page.locator('#family option').nth(1).getAttribute('value');
  await page.selectOption('#family', family);
  expect(await page.locator('.finding').count() < all, 'a family shows fewer findings than all');
  await page.selectOption('#family', '');

  // Keys alone.
  await page.focus('#result-title');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  equal(await page.locator('.finding.chosen').count(), 1, 'findings that are chosen by a key');
  equal(await page.evaluate(() => document.activeElement.closest('.finding')?.classList.contains('chosen')), true, 'the chosen finding has the focus');
  expect(await page.locator('.finding.chosen .details').textContent().then(details => /What to do/.test(details) && /Why/.test(details)), 'what to do and why are said');
  const asking = await page.evaluate(async () => {
    const { store } = await import('./js/store.js');
    return store.run.submissions[0].findings.findIndex(finding => finding.asked && finding.severity === 'error');
  });
  if (!(await page.locator(`[data-number="${asking}"]`).getAttribute('class')).includes('chosen')) await page.locator(`[data-number="${asking}"] h3 button`).click();
  expect(/The call\./.test(await page.locator(`[data-number="${asking}"] .details`).textContent()), 'what the call asks is said');
  await page.waitForSelector('mark.chosen');
  expect(await page.locator('mark').count() > 5, 'findings are marked in the text');
  await page.keyboard.press('3');
  equal(await page.locator('.finding.note').count(), 0, 'notes after key 3');
  await page.keyboard.press('3');
  expect(await page.evaluate(() => document.activeElement.matches('.finding.chosen h3 button')), 'the focus stays on the chosen finding while filters change');
  await page.keyboard.press('Enter');
  equal(await page.locator('.finding.chosen').count(), 0, 'findings that are open after Enter');
  await page.keyboard.press('?');
  expect(await page.locator('#keys-dialog').evaluate(dialog => dialog.open), 'the keys are listed');
  await page.keyboard.press('Escape');

  // A click on a mark opens its finding; pictures show what they say.
  await page.locator('mark.error').first().click();
  equal(await page.locator('.finding.chosen').count(), 1, 'findings that are chosen by a mark');
  await page.locator('#files button', { hasText: '.png' }).first().click();
  await page.waitForSelector('img.thumbnail');
  expect(await page.locator('.fields button.mark').count() > 0, 'what was found in a picture is marked');

  // Names hidden are not in the page.
  await page.keyboard.press('h');
  await page.locator('#files button', { hasText: '.md' }).first().click();
  await page.waitForSelector('.text mark');
  const names = await secretsOf(command, folder);
  const seen = await page.evaluate(() => document.documentElement.outerHTML);
  equal(names.filter(name => seen.includes(name)).join(), '', 'names in the page while they are hidden');
  await page.keyboard.press('h');
  await page.waitForFunction(name => document.documentElement.outerHTML.includes(name), names[0]);

  // Reports are masked, unless names are asked for.
  for (const format of ['json', 'sarif', 'text']) {
    const report = await save(page, format, false);
    equal(names.filter(name => report.includes(name)).join(), '', `names in a masked ${format} report`);
    expect(report.length > 500, `a ${format} report is written: ${report.length} bytes`);
  }
  expect((await save(page, 'json', true)).includes(names[0]), 'names are in a report that is asked to show them');

  // Fixing: safe changes by themselves, unsafe ones by choice, with a preview; checked again.
  await page.click('#open-fix');
  await page.waitForSelector('#fix-preview section');
  const groups = await page.locator('#fix-choices fieldset').evaluateAll(sets => sets.map(set => [set.querySelector('legend').textContent, set.querySelectorAll('input').length, set.querySelectorAll('input:checked').length]));
  for (const [legend, boxes, checked] of groups) equal(checked, /^Safe/.test(legend) ? boxes : 0, `${legend}: chosen at first`);
  expect(await page.locator('#fix-preview .removed').count() > 0, 'the preview shows lines that change');
  expect(await page.locator('#fix-preview .taken li').count() > 0, 'the preview shows metadata that go');
  const unsafe = page.locator('#fix-choices fieldset', { hasText: 'To be judged' }).locator('input').first();
  if (await unsafe.count()) await unsafe.check();
  await page.waitForFunction(() => !document.getElementById('fix-apply').disabled);
  await page.click('#fix-apply');
  await page.waitForSelector('.fixed-box');
  expect(/checked again/.test(await page.textContent('.fixed-box')), 'it says that it was checked again');
  const rest = await page.locator('.finding').count();
  expect(rest < all, `fewer findings remain: ${rest} of ${all}`);
  const fixed = await downloaded(page, () => page.click('#save-zip'));
  const home = path.join(work, 'home');
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(home);
  fs.writeFileSync(path.join(home, 'fixed.zip'), fixed.bytes);
  execFileSync('python3', ['-m', 'zipfile', '-e', path.join(home, 'fixed.zip'), home]);
  const told = commandJson(command, path.join(home, path.basename(folder)));
  equal(told.submissions[0].findings.length, rest, 'findings that the command sees in what was taken home');
  await page.click('#undo');
  await page.waitForFunction(() => document.body.dataset.view === 'results' && !document.querySelector('.fixed-box'));
  equal(await page.locator('.finding').count(), all, 'findings after all changes were undone');

  await writesBack(page, start, folder);
  await takesPack(page, start, folder, work);
  equal(errors.join('\n'), '', 'errors in the console');
  console.log(`   ${Object.keys(ways).length} ways in, filters, keys, hidden names, reports, fixing, zip, folder, pack`);
  await context.close();
}

/** Writes back to a folder of the browser's own, which is a handle as those of the disk are. */
async function writesBack(page, start, folder) {
  await start();
  const post = fs.readdirSync(path.join(folder, '_posts'))[0];
  await page.evaluate(async ({ name, text }) => {
    const root = await navigator.storage.getDirectory();
    const own = await root.getDirectoryHandle('own', { create: true });
    const file = await (await own.getDirectoryHandle('_posts', { create: true })).getFileHandle(name, { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
    window.showDirectoryPicker = async () => own;
    window.readBack = async () => (await (await (await own.getDirectoryHandle('_posts')).getFileHandle(name)).getFile()).text();
    window.writeOver = async text => { const over = await file.createWritable(); await over.write(text); await over.close(); };
  }, { name: post, text: fs.readFileSync(path.join(folder, '_posts', post), 'utf8') });
  await page.click('#choose-folder');
  await result(page);
  const before = await page.evaluate(() => window.readBack());
  const fix = async () => {
    await page.click('#open-fix');
    await page.waitForFunction(() => !document.getElementById('fix-apply').disabled);
    await page.click('#fix-apply');
    await page.waitForSelector('#write-back');
  };
  await fix();
  await page.click('#write-back');
  await page.waitForFunction(() => /written back/.test(document.getElementById('toast').textContent) && !document.getElementById('toast').hidden);
  const after = await page.evaluate(() => window.readBack());
  expect(after !== before && after.length > 0, 'the file in the folder is the fixed one');
  // What somebody else wrote meanwhile is not written over.
  await page.evaluate(() => window.writeOver('Somebody else’s words.'));
  await page.click('#write-back');
  await page.waitForFunction(() => /has changed since/.test(document.getElementById('toast').textContent));
  equal(await page.evaluate(() => window.readBack()), 'Somebody else’s words.', 'a file that changed meanwhile');
}

/** A pack that is dropped is run from then on. */
async function takesPack(page, start, folder, work) {
  await start();
  const pack = path.join(work, 'own.yml');
  fs.writeFileSync(pack, `name: own
version: 1.0.0
rules:
  own/loss:
    kind: pattern
    summary: The loss is named
    why: This call wants none of it.
    fix: Leave it out.
    severity: warning
    find: loss
    bad: The loss falls.
    good: It falls.
`);
  await drop(page, [pack]);
  await page.waitForSelector('#packs input[value="own.yml"]');
  await page.evaluate(() => { document.getElementById('toast').hidden = true; });
  await drop(page, [folder]);
  equal((await result(page)).view, 'results', `a pack of one’s own (${await page.textContent('#toast')})`);
  await page.selectOption('#family', 'own');
  expect(await page.locator('.finding').count() > 0, 'a rule of an own pack finds something');
  const broken = path.join(work, 'broken.yml');
  fs.writeFileSync(broken, 'name: broken\nrules:\n  nonsense: [\n');
  await drop(page, [broken]);
  await page.waitForFunction(() => /broken\.yml:\d+/.test(document.getElementById('toast').textContent));
}

async function save(page, format, withNames) {
  await page.click('#open-export');
  await page.check(`#export-dialog [value=${format}]`);
  await page.setChecked('#export-names', withNames);
  const { bytes } = await downloaded(page, () => page.click('#export-dialog button.primary'));
  await page.setChecked('#export-names', false, { force: true }).catch(() => {});
  return bytes.toString('utf8');
}

function commandJson(command, target, ...more) {
  const run = ['check', path.basename(target), '--format', 'json', '--fail-on', 'never', '--quiet', ...more];
  return JSON.parse(execFileSync(command[0], [...command.slice(1), ...run], { cwd: path.dirname(target), encoding: 'utf8', maxBuffer: 1 << 28 }));
}

/** What errors about identity quote, as the command tells it with names. */
async function secretsOf(command, folder) {
  const { submissions } = commandJson(command, folder, '--reveal');
  const texts = submissions[0].findings.filter(finding => finding.rule.startsWith('identity/') && finding.severity === 'error').map(finding => finding.text);
  return [...new Set(texts.filter(text => text && text.length > 5 && !/\n/.test(text)))];
}
