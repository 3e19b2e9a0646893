// What the page costs: bytes, start, and time from drop to findings, with the main thread never busy for long.
import path from 'node:path';
import { equal, expect, figure, time } from './expect.mjs';
import { drop, open, result } from './page.mjs';
import { writePictures, writePost } from './samples.mjs';

export async function figures(browser, server, work) {
  server.requests.length = 0;
  const cold = await open(browser, server.address);
  const post = writePost(path.join(work, 'post'), 30_000);
  let from = performance.now();
  await drop(cold.page, [post]);
  await result(cold.page);
  const first = performance.now() - from;
  const loaded = server.requests.reduce((sum, request) => sum + request.bytes, 0);
  figure('download before the first finding, packed by gzip', loaded / (1 << 20), 5, 'MB');
  expect(!server.requests.some(request => request.url.endsWith('language-models.gz')), 'language models are loaded for a post that does not need them');
  time('cold start to ready', cold.started / 1000, 4, 's');
  console.log(`   cold start until the rules are built, too: ${(cold.warmed / 1000).toFixed(2)} s`);
  time('a post of 30 KB, drop to findings', first / 1000, 1.5, 's');
  await cold.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

  const warm = await cold.context.newPage();
  from = performance.now();
  await warm.goto(server.address);
  await warm.waitForSelector('body[data-ready=true]');
  time('warm start to ready', (performance.now() - from) / 1000, 1.5, 's');
  await warm.close();

  const pictures = writePictures(path.join(work, 'pictures'), 20);
  await cold.page.click('#another');
  await cold.page.evaluate(() => { window.longest = 0; });
  from = performance.now();
  await drop(cold.page, [pictures]);
  const { verdict } = await result(cold.page);
  time('20 MB of pictures, drop to findings', (performance.now() - from) / 1000, 15, 's');
  await cold.page.waitForTimeout(300);
  time('longest time that the page is busy meanwhile', await cold.page.evaluate(() => window.longest), 100, 'ms');
  expect(/error/.test(verdict), `the artist in a picture is found: ${verdict}`);
  await cold.page.evaluate(() => new Promise(done => setTimeout(() => { for (const end = performance.now() + 130; performance.now() < end; ); done(); })));
  await cold.page.waitForTimeout(300);
  expect(await cold.page.evaluate(() => window.longest) >= 130, 'the measure sees a page that is busy');
  equal(cold.errors.join('\n'), '', 'errors in the console');
  await cold.context.close();
}
