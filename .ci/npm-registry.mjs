// A registry on the loopback address that has the packages of a folder and nothing else: node npm-registry.mjs FOLDER PORT_FILE
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, portFile] = process.argv.slice(2);
const packages = new Map();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.tgz'))) {
  const manifest = JSON.parse(execFileSync('tar', ['-xzOf', join(folder, file), 'package/package.json'], { encoding: 'utf8' }));
  packages.set(manifest.name, { manifest, file });
}

const server = createServer((request, response) => {
  const name = decodeURIComponent(request.url.slice(1));
  const known = packages.get(name);
  if (name.startsWith('files/')) {
    response.end(readFileSync(join(folder, name.slice('files/'.length))));
  } else if (known) {
    const content = readFileSync(join(folder, known.file));
    const tarball = `http://127.0.0.1:${server.address().port}/files/${encodeURIComponent(known.file)}`;
    const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
    const version = { ...known.manifest, dist: { tarball, integrity } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version.version }, versions: { [version.version]: version } }));
  } else {
    response.statusCode = 404;
    response.end('{}');
  }
});
server.listen(0, '127.0.0.1', () => writeFileSync(portFile, String(server.address().port)));
