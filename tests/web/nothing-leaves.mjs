// The page's promise: a fetch and an import to another origin are refused, in the page and in the checker's thread; a whole session asks for
// the page's own files only, and stores nothing of a submission.
import { equal, expect } from './expect.mjs';
import { drop, open, result } from './page.mjs';

export async function nothingLeaves(browser, server, other, folder) {
  const { context, page, asked } = await open(browser, server.address);
  const tries = async address => {
    const outcome = async action => { try { await action(); return 'went out'; } catch { return 'refused'; } };
    return {
      fetch: await outcome(() => fetch(`${address}fetch`, { mode: 'no-cors' })),
      post: await outcome(() => fetch(`${address}post`, { method: 'POST', mode: 'no-cors', body: 'names' })),
      import: await outcome(() => import(`${address}import.js`)),
      socket: await outcome(() => new Promise((resolve, reject) => {
        const socket = new WebSocket(address.replace('http', 'ws'));
        socket.onopen = resolve;
        socket.onerror = reject;
      })),
      request: await outcome(() => new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('GET', `${address}request`);
        request.send();
      })),
    };
  };
  const worker = page.workers().find(one => one.url().startsWith('blob:'));
  expect(worker, 'the checker runs in a worker that was started from a blob');
  for (const [where, place] of [['page', page], ['worker', worker]]) {
    for (const [way, outcome] of Object.entries(await place.evaluate(tries, other.address))) equal(outcome, 'refused', `${way} to another origin from the ${where}`);
  }
  const own = await worker.evaluate(address => fetch(`${address}files.js`).then(answer => answer.ok), server.address);
  expect(own, 'the worker may ask for the page’s own files');
  equal(other.visits.join(), '', 'visits of the other origin');

  await drop(page, [folder]);
  await result(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const known = new Set(await page.evaluate(async () => (await (await fetch('files.js')).text()).match(/'[^']+'(?=,$)/gm).map(line => line.slice(1, -1))));
  const strange = asked.filter(address => !address.startsWith('blob:')).filter(address => {
    const below = address.startsWith(server.address) ? address.slice(server.address.length).replace(/[?#].*/, '') : null;
    return below === null || !(below === '' || below === 'files.js' || known.has(below));
  }).filter(address => !address.startsWith(other.address) && !address.startsWith(other.address.replace('http', 'ws')));
  equal(strange.join(), '', 'requests for anything but the page’s own files');
  const sent = server.requests.filter(request => request.body !== '' || request.method !== 'GET' || /\?/.test(request.url));
  equal(sent.map(request => `${request.method} ${request.url}`).join(), '', 'requests that carry something');
  const kept = await page.evaluate(async () => ({
    local: localStorage.length, session: sessionStorage.length, cookies: document.cookie, databases: (await indexedDB.databases()).length,
    caches: (await Promise.all((await caches.keys()).map(async name => (await (await caches.open(name)).keys()).map(request => request.url)))).flat(),
  }));
  equal(`${kept.local} ${kept.session} ${kept.cookies} ${kept.databases}`, '0 0  0', 'what the page stores');
  equal(kept.caches.filter(address => !known.has(address.slice(server.address.length)) && !address.endsWith('files.js')).join(), '', 'cached files that are not the page’s own');
  console.log(`   ${asked.length} requests of the page, ${server.requests.length} at its host, 0 elsewhere; ${kept.caches.length} files kept, none of a submission`);
  await context.close();
}
