// After the first load the page needs no network, and starts again without one.
import { equal, expect } from './expect.mjs';
import { drop, open, result } from './page.mjs';

/** `server` is ended here. */
export async function offline(browser, server, folder) {
  const { context, page } = await open(browser, server.address);
  await page.evaluate(() => navigator.serviceWorker.ready.then(registration => registration.active.state));
  await page.waitForFunction(() => /without a network/.test(document.getElementById('offline').textContent));
  const manifest = await (await context.newCDPSession(page)).send('Page.getInstallabilityErrors').catch(failure => ({ installabilityErrors: [{ errorId: String(failure) }] }));
  equal(manifest.installabilityErrors.map(error => error.errorId).filter(id => id !== 'in-incognito').join(), '', 'what keeps the page from being installed');
  await server.close();
  await page.reload();
  await page.waitForSelector('body[data-ready=true]', { timeout: 60_000 });
  await drop(page, [folder]);
  const { view } = await result(page);
  equal(view, 'results', 'view after a drop without a network');
  await page.click('#another');
  await page.click('#example');
  await result(page);
  expect(await page.locator('.finding').count() > 0, 'the example opens without a network');
  console.log('   started, checked and opened the example with its host gone');
  await context.close();
}
