// A web server for one folder, on this machine only. Kaoto in VS Code asks from another origin, so all may read.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** @param mounts folders by the path they are served below, such as { '/': 'target' }; the longest path wins */
export function startServer(mounts, port) {
  const paths = Object.keys(mounts).sort((left, right) => right.length - left.length);
  const server = createServer((request, response) => {
    const file = fileFor(new URL(request.url, 'http://localhost').pathname);
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });

  function fileFor(url) {
    const path = paths.find((mount) => url.startsWith(mount));
    if (path === undefined) {
      return undefined;
    }
    let relative;
    try {
      relative = normalize(decodeURIComponent(url.slice(path.length)) || 'index.html');
    } catch {
      return undefined;
    }
    const file = join(mounts[path], relative);
    const inside = relative !== '..' && !relative.startsWith(`..${sep}`);
    return inside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
  }

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
