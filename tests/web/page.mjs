// Chromium with the page, and what somebody does there.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

export async function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}

/** Opens the page and waits until it is ready; `asked` are the addresses of all requests, of workers, too. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, acceptDownloads: true, ...options });
  const asked = [], errors = [];
  context.on('request', request => asked.push(request.url()));
  const page = await context.newPage();
  page.on('console', message => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', error => errors.push(String(error)));
  await page.addInitScript(() => {
    window.longest = 0;
    new PerformanceObserver(list => { for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration); }).observe({ entryTypes: ['longtask'] });
  });
  const from = performance.now();
  await page.goto(address);
  await page.waitForSelector('body[data-ready=true]', { timeout: 60_000 });
  const started = performance.now() - from;
  await page.waitForSelector('body[data-warm=true]', { timeout: 60_000 });
  return { context, page, asked, errors, started, warmed: performance.now() - from };
}

/** Drops files and folders as a person does with a mouse; again where the browser was too busy to see that they may be dropped. */
export async function drop(page, paths) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  await page.evaluate(() => {
    window.dropped = false;
    document.addEventListener('drop', () => { window.dropped = true; }, { once: true });
  });
  for (let tries = 0; tries < 5 && !(await page.evaluate(() => window.dropped)); tries++) {
    for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop']) await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    await page.waitForFunction(() => window.dropped, null, { timeout: 2000 }).catch(() => {});
  }
  await session.detach();
}

/** Waits for findings, or for why there are none. */
export async function result(page) {
  await page.waitForFunction(() => document.body.dataset.view === 'results' || !document.getElementById('toast').hidden, null, { timeout: 300_000 });
  return page.evaluate(() => ({ view: document.body.dataset.view, toast: document.getElementById('toast').hidden ? '' : document.getElementById('toast').textContent, verdict: document.querySelector('.verdict')?.textContent }));
}

/** What a file of the page's downloads holds, after an action that starts one. */
export async function downloaded(page, action) {
  const [download] = await Promise.all([page.waitForEvent('download'), action()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

/** The files below a folder or of one file, as [{ path, base64 }], with paths that begin with its name. */
export function filesOf(target) {
  const name = path.basename(target);
  if (fs.statSync(target).isFile()) return [{ path: name, base64: fs.readFileSync(target).toString('base64') }];
  return fs.readdirSync(target, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .map(file => ({ path: `${name}/${path.relative(target, file)}`, base64: fs.readFileSync(file).toString('base64') }));
}
