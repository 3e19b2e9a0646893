// What means harm ends the checker's thread, not the page; what takes long can be stopped; what is too much is refused.
import fs from 'node:fs';
import path from 'node:path';
import { equal, expect } from './expect.mjs';
import { drop, open, result } from './page.mjs';
import { writePost } from './samples.mjs';

export async function hostile(browser, server, work) {
  const { context, page } = await open(browser, server.address);
  const large = writePost(path.join(work, 'large'), 12 << 20);
  await drop(page, [large]);
  await page.waitForSelector('#working:not([hidden])');
  await page.waitForTimeout(1500);
  await page.click('#stop');
  const stopped = await result(page);
  equal(stopped.view, 'start', 'view after a check was stopped');
  expect(/Stopped/.test(stopped.toast), 'it says that it was stopped');

  const nested = path.join(work, 'nested.md');
  fs.writeFileSync(nested, `---\ntitle: Deep\nlayout: distill\n---\n\n${'> '.repeat(20_000)}deep\n\n${'['.repeat(50_000)}\n\n${'<div>'.repeat(20_000)}\n\n\\u202e${'*a'.repeat(20_000)}\n`);
  await again(page, nested);
  const { view } = await result(page);
  expect(['results', 'start'].includes(view), 'the page answers after a deeply nested post');

  const bomb = path.join(work, 'markup.md');
  fs.writeFileSync(bomb, '---\ntitle: <script>document.title="broken"</script>\nauthors:\n  - name: "<img src=x onerror=alert(1)>"\n---\n\n<img src="x" onerror="document.title=\'broken\'"> <script>document.title="broken"</script>\n<!-- Jane Doe: <b>check</b> this -->\n');
  await again(page, bomb);
  equal((await result(page)).view, 'results', 'view of a post with scripts');
  equal(await page.title(), 'PostLint: what gives you away?', 'title of the page after a post with scripts');
  equal(await page.locator('#results script, #results img[onerror]').count(), 0, 'elements of the post in the page');

  await page.evaluate(() => { window.ended = 0; });
  const worker = page.workers().find(one => one.url().startsWith('blob:'));
  // As if the runtime had run out of memory.
  await worker.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('memory access out of bounds'); })).catch(() => {});
  await page.waitForTimeout(500);
  const post = writePost(path.join(work, 'after'), 4_000);
  await again(page, post);
  equal((await result(page)).view, 'results', 'view after the thread broke and a new one was started');
  console.log('   stopped, deeply nested, scripts in the post, thread broken: the page goes on');
  await context.close();
}

async function again(page, target) {
  await page.evaluate(() => { document.getElementById('toast').hidden = true; });
  if (await page.evaluate(() => document.body.dataset.view === 'results')) await page.click('#another');
  await drop(page, [target]);
  await page.waitForFunction(() => document.body.dataset.view !== 'start' || !document.getElementById('toast').hidden);
}
