// Looks at a page of each kind of the website, at three widths, light and dark. Ends with 1 where axe finds something serious, something sticks out, a page asks another host for anything,
// or a link on the start page does not lead where it says. Pictures are kept, of whole pages with WHOLE=1.
//
//   node site.mjs SITE WORK
import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { equal, expect, failures } from './expect.mjs';
import { layoutFaults, widths } from './looks.mjs';
import { launch } from './page.mjs';
import { serve } from './server.mjs';

const [site, work] = process.argv.slice(2).map(folder => path.resolve(folder));
const kinds = { start: '', rules: 'rules/', rule: 'rules/scope/long-post/', call: 'profiles/iclr-blog-2026/', guide: 'guides/chairs/', reference: 'guides/reference/', schemas: 'schemas/' };
const pictures = path.join(work, 'pictures');
fs.mkdirSync(pictures, { recursive: true });

const server = await serve(site, '/postlint/'), browser = await launch();
let views = 0;
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  page.on('console', message => expect(message.type() !== 'error', message.text()));
  page.on('request', request => expect(request.url().startsWith(server.origin), `${page.url()} asks for ${request.url()}`));
  for (const [kind, address] of Object.entries(kinds)) {
    const answer = await page.goto(server.address + address);
    equal(answer.status(), 200, address);
    for (const [width, [w, h]] of Object.entries(widths)) {
      const name = `${kind}-${width}-${colorScheme}`;
      views++;
      await page.setViewportSize({ width: w, height: h });
      await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: process.env.WHOLE === '1' });
      equal((await page.evaluate(layoutFaults)).join('\n'), '', `${name}: layout faults`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const bad = violations.filter(violation => ['serious', 'critical'].includes(violation.impact)).map(violation => `${violation.id}: ${violation.nodes[0].html.slice(0, 140)}`);
      equal(bad.join('\n'), '', `${name}: serious accessibility findings`);
    }
  }
  await context.close();
}
const page = await browser.newPage();
await page.goto(server.address);
for (const [link, heading] of [['Rules', 'Rules'], ['Guides', 'Guides'], ['Calls', 'Calls'], ...(fs.existsSync(path.join(site, 'check')) ? [['Check a post', 'What in your post gives you away?']] : [])]) {
  await page.locator('header').getByRole('link', { name: link, exact: true }).click();
  equal(await page.locator('h1').first().textContent(), heading, `where “${link}” leads`);
  await page.goto(server.address);
}
await browser.close();
await server.close();
console.log(`${views} views of ${Object.keys(kinds).length} kinds of pages at 390, 768 and 1400 pixels, light and dark: ${failures.length} failures`);
process.exit(failures.length === 0 ? 0 : 1);
