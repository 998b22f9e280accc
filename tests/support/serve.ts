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
  '.pdf': 'application/pdf',
};

/** A server of a built site, as a plain static host would be. */
export interface SiteServer {
  /** Address of the site's root, with its base and a slash at the end. */
  url: string;
  port: number;
  close(): Promise<void>;
}

/** What a host does otherwise than a plain one. */
export interface Host {
  /** The port to serve on, instead of any free one. */
  port?: number;
  /** Headers that every answer gets, such as a content security policy. */
  headers?: Record<string, string>;
  /**
   * Answers a request in its own way, or never.
   *
   * @param route path below the base
   * @param bytes what a plain host would send; undefined where there is nothing
   * @returns whether it has taken the request upon itself
   */
  meddle?(route: string, response: http.ServerResponse, bytes: Buffer | undefined): boolean;
}

/** Serves a built site on this machine. */
export async function serve(
  dir: string,
  baseUrl = '/',
  {port = 0, headers = {}, meddle}: Host = {},
): Promise<SiteServer> {
  const server = http.createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://site');
    const file =
      pathname.startsWith(baseUrl) && findFile(dir, decodeURIComponent(pathname.slice(baseUrl.length)));
    const bytes = file ? fs.readFileSync(file) : undefined;
    if (meddle?.(pathname.slice(baseUrl.length), response, bytes)) return;
    if (!file) {
      const notFound = path.join(dir, '404.html');
      response.writeHead(404, {...headers, 'content-type': 'text/html; charset=utf-8'});
      response.end(fs.existsSync(notFound) ? fs.readFileSync(notFound) : 'Not found');
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, {...headers, 'content-type': type});
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const {port: ownPort} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${ownPort}${baseUrl}`,
    port: ownPort,
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
