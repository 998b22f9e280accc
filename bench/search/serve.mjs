// A plain static host that compresses, and keeps account of what it sends.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {gzipSync} from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * @typedef {object} Sent
 * @property {number} at when it was asked for
 * @property {string} route
 * @property {number} bytes length of its body on the wire, without headers
 * @property {boolean} isPrefetch whether the browser asked for it in case that somebody goes there
 */

/**
 * Serves a built site on this machine. Texts go out gzipped; what is compressed already, such as Pagefind's files,
 * goes out as it is.
 *
 * @param {string} dir
 * @param {string} [inFront] a folder whose files stand in front of those of the site
 * @returns {Promise<{url: string, sent: Sent[], close: () => Promise<void>}>} `sent` has a line for each answer
 */
export async function serve(dir, inFront) {
  const sent = [];
  const bodies = new Map();
  const server = http.createServer((request, response) => {
    const at = Date.now();
    const route = decodeURIComponent(new URL(request.url ?? '/', 'http://site').pathname);
    const found = (inFront && findFile(inFront, route)) ?? findFile(dir, route);
    const file = found ?? path.join(dir, '404.html');
    const type = TYPES[path.extname(file)];
    if (!bodies.has(file)) {
      const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.from('Not found');
      bodies.set(file, type ? gzipSync(bytes) : bytes);
    }
    const body = bodies.get(file);
    response.writeHead(found ? 200 : 404, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      'cache-control': 'max-age=600',
      ...(type && {'content-encoding': 'gzip'}),
    });
    response.end(body);
    const isPrefetch = /prefetch/.test(String(request.headers['sec-purpose'] ?? request.headers.purpose));
    sent.push({at, route, bytes: body.length, isPrefetch});
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findFile(dir, route) {
  return [route, `${route}.html`, path.join(route, 'index.html')]
    .map((name) => path.join(dir, name))
    .find((file) => file.startsWith(dir) && fs.statSync(file, {throwIfNoEntry: false})?.isFile());
}
