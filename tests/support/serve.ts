import fs from 'node:fs';
import http from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.yaml': 'application/yaml',
};

/** A server of a built site, as a plain static host would be. */
export interface SiteServer {
  /** Address of the site's root, with its base and a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Serves a built site on a free port of this machine. */
export async function serve(dir: string, baseUrl = '/'): Promise<SiteServer> {
  const server = http.createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://site');
    const file =
      pathname.startsWith(baseUrl) && findFile(dir, decodeURIComponent(pathname.slice(baseUrl.length)));
    if (!file) {
      const notFound = path.join(dir, '404.html');
      response.writeHead(404, {'content-type': 'text/html; charset=utf-8'});
      response.end(fs.existsSync(notFound) ? fs.readFileSync(notFound) : 'Not found');
      return;
    }
    response.writeHead(200, {'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream'});
    fs.createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${baseUrl}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function findFile(dir: string, route: string): string | undefined {
  const candidates = [route, `${route}.html`, path.join(route, 'index.html')].map((name) =>
    path.join(dir, name),
  );
  return candidates.find(
    (file) => file.startsWith(dir) && fs.statSync(file, {throwIfNoEntry: false})?.isFile(),
  );
}
