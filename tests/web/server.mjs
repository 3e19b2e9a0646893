// A static host as there are many: it sets no security headers, packs with gzip, and remembers who asked for what.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';

const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', wasm: 'application/wasm', webmanifest: 'application/manifest+json', json: 'application/json', gz: 'application/gzip', zip: 'application/zip' };
const isPacked = extension => !['gz', 'zip'].includes(extension);

/** Serves a folder below an address. `requests` are { method, url, body, bytes }; `bytes` is what was sent. */
export async function serve(folder, below = '/check/') {
  const requests = [];
  const packed = new Map();
  const answer = (url, headers) => {
    const name = decodeURIComponent(new URL(url, 'http://x').pathname);
    const inside = name.slice(below.length);
    const file = path.join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    if (!name.startsWith(below) || !file.startsWith(folder) || !fs.existsSync(file)) return { status: 404, body: Buffer.from('none') };
    if (!packed.has(file)) {
      const plain = fs.readFileSync(file), extension = path.extname(file).slice(1);
      packed.set(file, {
        body: isPacked(extension) ? zlib.gzipSync(plain, { level: 9 }) : plain,
        headers: { 'content-type': types[extension] ?? 'application/octet-stream', etag: `"${createHash('sha256').update(plain).digest('hex').slice(0, 20)}"`, ...(isPacked(extension) ? { 'content-encoding': 'gzip' } : {}), 'cache-control': 'max-age=600' },
      });
    }
    const { body, headers: own } = packed.get(file);
    return headers['if-none-match'] === own.etag ? { status: 304, body: Buffer.alloc(0), headers: own } : { status: 200, body, headers: own };
  };
  const server = http.createServer((request, response) => {
    const chunks = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const { status, body, headers } = answer(request.url, request.headers);
      requests.push({ method: request.method, url: request.url, body: Buffer.concat(chunks).toString('latin1'), status, bytes: body.length });
      response.writeHead(status, headers);
      response.end(body);
    });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    address: `${origin}${below}`,
    requests,
    close: () => new Promise(resolve => { server.close(resolve); server.closeAllConnections(); }),
  };
}

/** A host elsewhere that answers everything and wants everybody, to see that nobody comes. */
export async function elsewhere() {
  const visits = [];
  const server = http.createServer((request, response) => {
    visits.push(request.url);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('export default 1;');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, visits, close: () => new Promise(resolve => { server.close(resolve); server.closeAllConnections(); }) };
}
