// Every view at three widths, light and dark: nothing sticks out, nothing is too small to hit, and axe finds nothing serious. Pictures are kept.
import fs from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { equal } from './expect.mjs';
import { drop, open, result } from './page.mjs';

export const widths = { phone: [390, 844], tablet: [768, 1024], wide: [1400, 900] };

export async function looks(browser, server, folder, work) {
  const pictures = path.join(work, 'looks');
  fs.mkdirSync(pictures, { recursive: true });
  let views = 0, serious = 0, faults = 0;
  const look = async (page, name) => {
    views++;
    await page.screenshot({ path: path.join(pictures, `${name}.png`), fullPage: !name.includes('dialog') });
    const { violations } = await new AxeBuilder({ page }).analyze();
    const bad = violations.filter(violation => ['serious', 'critical'].includes(violation.impact)).map(violation => `${violation.id}: ${violation.nodes[0].html.slice(0, 140)}`);
    serious += bad.length;
    equal(bad.join('\n'), '', `${name}: serious accessibility findings`);
    const wrong = await page.evaluate(layoutFaults);
    faults += wrong.length;
    equal(wrong.join('\n'), '', `${name}: layout faults`);
  };
  for (const colorScheme of ['light', 'dark']) {
    const { context, page } = await open(browser, server.address, { colorScheme });
    for (const [width, [w, h]] of Object.entries(widths)) {
      const name = view => `${view}-${width}-${colorScheme}`;
      await page.setViewportSize({ width: w, height: h });
      await page.locator('#options details').evaluate(details => { details.open = true; });
      await look(page, name('start'));
      await page.click('#paste');
      await look(page, name('paste-dialog'));
      await page.keyboard.press('Escape');
      await drop(page, [folder]);
      equal((await result(page)).toast, '', name('results'));
      await look(page, name('results'));
      await page.keyboard.press('j');
      await page.locator('.finding.chosen details summary').first().click();
      await look(page, name('finding'));
      await page.locator('#files button', { hasText: '.png' }).first().click();
      await page.waitForSelector('img.thumbnail');
      await look(page, name('picture'));
      await page.click('#hide-names');
      await look(page, name('hidden'));
      await page.click('#hide-names');
      await page.click('#open-fix');
      await page.waitForSelector('#fix-preview section');
      await look(page, name('fix-dialog'));
      await page.keyboard.press('Escape');
      await page.click('#open-export');
      await look(page, name('export-dialog'));
      await page.keyboard.press('Escape');
      if (width === 'wide' && colorScheme === 'light') fs.writeFileSync(path.join(pictures, 'print.pdf'), await page.pdf({ format: 'A4' }));
      await page.click('#another');
    }
    await context.close();
  }
  console.log(`   ${views} views at 390, 768 and 1400 pixels, light and dark: ${serious} serious accessibility findings, ${faults} layout faults`);
}

/** What sticks out of the window, and controls that are too small. Runs in the page. */
export function layoutFaults() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);
  const isClipped = element => { for (let at = element.parentElement; at; at = at.parentElement) if (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX)) return true; return false; };
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    if (box.width === 0 || box.height === 0 || element.closest('.skip, .spoken')) continue;
    if (box.right > root.clientWidth + 1 && !isClipped(element)) faults.push(`${element.tagName}#${element.id}.${element.className} ends at ${Math.round(box.right)}`);
    if (element.matches('button:not(.link), select, input:not([type=checkbox], [type=radio])') && (box.height < 24 || box.width < 24)) faults.push(`${element.id || element.textContent.slice(0, 30)} is ${Math.round(box.width)} × ${Math.round(box.height)}`);
    if (element.matches('button, h1, h2, h3, summary, label') && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible') faults.push(`“${element.textContent.slice(0, 40)}” is cut off`);
  }
  return faults.slice(0, 10);
}
