import {isOutage, whoAnswers} from './judge.js';
import {builtOf, type Notice, noticeHtml, standInPage, withNotice} from './notice.js';
import {alertPage, isImmutable, pathBelow, pathOf} from './paths.js';
import {fileFor, immutableFile, readyFile} from './ready.js';
import {hasMarginBoxes, manifest, worker} from './state.js';
import {storedHash} from './stored.js';
import {visitedCopy} from './visited.js';

/** Name of the query that leads to the launch pad and tells it what was not to be had. */
const MISSING = 'offline';

const {origin} = worker.location;

/** The address of a request that the worker answers; undefined for one that takes its way as if there were none. */
export function addressToAnswer({url, method, headers, cache, mode}: Request): URL | undefined {
  const address = new URL(url);
  const isOurs = address.origin === origin && pathBelow(address.pathname, manifest) !== undefined;
  // The second is what developer tools ask; browsers refuse to have it answered by a fetch.
  if (!isOurs || method !== 'GET' || headers.has('range')) return undefined;
  return cache === 'only-if-cached' && mode !== 'same-origin' ? undefined : address;
}

// The path that has just led to the launch pad.
let justMissed: string | undefined;

/** Answers a navigation: the server, else the copy, else the launch pad with a word of what is missing. */
export async function answerNavigation(address: URL, fromServer: Promise<Response>): Promise<Response> {
  const attempt = fromServer.catch(() => undefined);
  const [copy, answer] = await copyOrAnswer(await findCopy(address, true), attempt);
  const missing = missingPage(address);
  // Later, or for whoever was sent this address, the page may well be there.
  const isNews = missing !== undefined && missing === justMissed;
  justMissed = undefined;
  if (answer) return isNews ? show(answer, {missing}) : answer;
  return copy ? show(copy, {copy: {built: null}, missing}) : leadHome(address);
}

/** Answers a request for a file of a page. */
export async function answerFile(request: Request, address: URL): Promise<Response> {
  const kept = isImmutable(address.pathname) ? await immutableFile(address) : undefined;
  if (kept) return kept;
  const copy = await findCopy(address, false);
  if (copy && isImmutable(address.pathname)) return copy;
  const [, answer] = await copyOrAnswer(
    copy,
    fetch(request).catch(() => undefined),
  );
  return answer ?? copy ?? Response.error();
}

/** What to put onto an open page that has moved to an address inside the site, when the server does not answer. */
export async function noticeForMove(address: URL, built: string | null): Promise<string | undefined> {
  const attempt = fetch(origin + address.pathname, {method: 'HEAD', cache: 'no-store'}).catch(
    () => undefined,
  );
  const answer = await Promise.race([attempt, pause(manifest.deadline)]);
  if (answer && !isOutage(answer.status)) return undefined;
  return noticeHtml({copy: {built}}, {...manifest, hasMarginBoxes});
}

/** The copy or the server's answer, whichever is to be shown; neither where there is none. */
async function copyOrAnswer(
  copy: Response | undefined,
  attempt: Promise<Response | undefined>,
): Promise<[copy?: Response, answer?: Response]> {
  const answer = await (copy ? Promise.race([attempt, pause(manifest.deadline)]) : attempt);
  const who = whoAnswers(answer && statusOf(answer), copy !== undefined);
  return who === 'copy' ? [copy] : who === 'server' ? [undefined, answer] : [];
}

// A redirect that the browser is to follow has no status that may be read.
function statusOf({type, status}: Response): number {
  return type === 'opaqueredirect' ? 302 : status;
}

async function findCopy(address: URL, isNavigation: boolean): Promise<Response | undefined> {
  const file = fileFor(address);
  const kept = (file && (await readyFile(file))) || (await visitedCopy(address, isNavigation));
  const page = kept || !isNavigation ? undefined : alertPage(address, manifest);
  return page === undefined ? kept : Response.redirect(origin + page);
}

async function show(response: Response, {copy, missing}: Notice): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  // A file that nobody marked is of this build when it was kept ready for it.
  const built = builtOf(html) ?? (storedHash(response) === null ? null : manifest.built);
  const notice = noticeHtml({...(copy && {copy: {built}}), missing}, {...manifest, hasMarginBoxes});
  return new Response(withNotice(html, notice), {status: response.status, headers});
}

async function leadHome(address: URL): Promise<Response> {
  const path = address.pathname + address.search;
  const {home, base} = manifest;
  const isHome = home !== null && fileFor(address) === home;
  if (home === null || isHome || !(await readyFile(home))) {
    const headers = {'content-type': 'text/html; charset=utf-8'};
    return new Response(standInPage(path, manifest), {status: 503, headers});
  }
  justMissed = path;
  return Response.redirect(
    `${origin}${base}${pathOf(home, manifest)}?${MISSING}=${encodeURIComponent(path)}`,
  );
}

// Whoever writes a link can write this query: only a path of this site is shown.
function missingPage(address: URL): string | undefined {
  const path = address.searchParams.get(MISSING);
  if (path === null || fileFor(address) !== manifest.home) return undefined;
  try {
    const target = new URL(path, origin);
    const isOurs = target.origin === origin && pathBelow(target.pathname, manifest) !== undefined;
    return isOurs ? target.pathname + target.search : undefined;
  } catch {
    return undefined;
  }
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
