// Opens a page of a triage in Chromium and fails where it is slow, hard to use with aids, or does what its content policy forbids.
//
//   node page.mjs PAGE
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const usableWithin = 2500, filteredWithin = 100, nextWithin = 50; // milliseconds
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await (await browser.newContext()).newPage();
const problems = [];
page.on('console', message => { if (message.type() === 'error') problems.push(message.text()); });
page.on('pageerror', error => problems.push(String(error)));
page.on('request', request => { if (!/^(file|data|blob):/.test(request.url())) problems.push(`it asks for ${request.url()}`); });

const start = Date.now();
await page.goto(`file://${process.argv[2]}`);
await page.waitForSelector('html[data-ready=true]');
await page.waitForSelector('#rows tr:not(.pad)');
const usable = Date.now() - start;

const filtered = await page.evaluate(async () => {
  const search = document.getElementById('search');
  let slowest = 0;
  for (const words of ['s', 's0', 'author', 'clear', 'nothing like it', '']) {
    // The best of three: what else the machine does is not the page's.
    let best = Infinity;
    for (let i = 0; i < 3; i++) {
      const from = performance.now();
      search.value = words;
      search.dispatchEvent(new Event('input'));
      await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
      best = Math.min(best, performance.now() - from);
    }
    slowest = Math.max(slowest, best);
  }
  return slowest;
});

await page.keyboard.press('j');
// A decision leads to the next submission; the masked page takes none.
await page.keyboard.press('2');
const next = await page.evaluate(async () => {
  const from = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true }));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - from;
});
await page.keyboard.press('u');
await page.keyboard.press('u');
await page.keyboard.press('2');
await page.keyboard.press('k');
const decided = await page.locator('#decide').isHidden() || await page.locator('#decide [data-kind=ask]').getAttribute('aria-pressed') === 'true';
const title = await page.locator('#one-title').textContent();
const serious = [];
for (const colorScheme of ['light', 'dark']) {
  await page.emulateMedia({ colorScheme });
  const { violations } = await new AxeBuilder({ page }).analyze();
  serious.push(...violations.filter(violation => ['serious', 'critical'].includes(violation.impact)).map(violation => `${colorScheme}: ${violation.id}: ${violation.nodes[0].html.slice(0, 160)}`));
}
await browser.close();

console.log(`usable after ${usable} ms, filtered within ${filtered.toFixed(0)} ms, next after ${next.toFixed(0)} ms, ${serious.length} serious accessibility violations, ${problems.length} errors; keys chose ${title}`);
for (const line of [...serious, ...problems]) console.log(line);
if (usable > usableWithin || filtered > filteredWithin || next > nextWithin || serious.length > 0 || problems.length > 0 || !decided) process.exit(1);
