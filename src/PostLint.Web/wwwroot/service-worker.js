// Keeps the page's own files, so that it works without a network. It sees requests for these files only, and asks for nothing else.
importScripts('files.js');

const cacheName = `postlint-${self.page.version}`;
// Loaded when a post needs them, and kept then.
const onDemand = ['language-models.gz'];
const scope = new URL('./', self.location).href;

self.addEventListener('install', event => event.waitUntil(keepFiles()));
self.addEventListener('activate', event => event.waitUntil(dropOldVersions()));
self.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(scope)) event.respondWith(answer(request));
});

async function keepFiles() {
  const cache = await caches.open(cacheName);
  const files = self.page.files.filter(file => !onDemand.includes(file));
  await cache.addAll(['files.js', ...files].map(file => new Request(new URL(file, scope), { cache: 'no-cache' })));
}

async function dropOldVersions() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('postlint-') && name !== cacheName).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const cache = await caches.open(cacheName);
  const path = new URL(request.url).href.slice(scope.length).replace(/[?#].*$/, '');
  const file = path === '' ? 'index.html' : path;
  const kept = await cache.match(new URL(file, scope).href);
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && onDemand.includes(file)) await cache.put(new URL(file, scope).href, fresh.clone());
  return fresh;
}
