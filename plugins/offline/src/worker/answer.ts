import {isOutage, whoAnswers} from './judge.js';
import type {LineForPage, LoadAnew, Visit} from './messages.js';
import {type Notice, noticeHtml, standInPage, withNotice} from './notice.js';
import {appOf, builtOf, isOfASite, scriptsIn} from './page.js';
import {alertPage, isImmutable, pathBelow, pathOf} from './paths.js';
import {partOf} from './range.js';
import {fileFor, immutableFile, pagesAtHand, readyFile} from './ready.js';
import {ask, bytesOf, noteTrouble, wasInTrouble} from './server.js';
import {facts, manifest, worker} from './state.js';
import {storedHash} from './stored.js';
import {type FreshPage, forgetVisited, visitedCopy} from './visited.js';

/** Name of the query that leads to the launch pad and tells it what was not to be had. */
const MISSING = 'offline';

const {origin} = worker.location;

/** The address of a request that the worker answers; undefined for one that takes its way as if there were none. */
export function addressToAnswer({url, method, headers, cache, mode}: Request): URL | undefined {
  const address = new URL(url);
  const isOurs = address.origin === origin && pathBelow(address.pathname, manifest) !== undefined;
  if (!isOurs || method !== 'GET' || (headers.has('range') && !fileFor(address))) return undefined;
  // What developer tools ask; browsers refuse to have it answered by a fetch.
  return cache === 'only-if-cached' && mode !== 'same-origin' ? undefined : address;
}

// The paths that have just led to the launch pad.
const justMissed = new Set<string>();

// When a navigation had no answer.
let silentAt = Number.NEGATIVE_INFINITY;

/** Answers a navigation: the server, else the copy, else the launch pad with a word of what is missing. */
export async function answerNavigation(event: FetchEvent, address: URL): Promise<Response> {
  const {request} = event;
  const copy = await findCopy(address, true);
  // Whoever is led on from an address without an answer has waited once.
  const isLedOn = copy !== undefined && performance.now() - silentAt < 1000;
  // Past the browser's own cache, which would answer as if it were the server.
  const init: RequestInit = {cache: 'no-cache', redirect: 'manual'};
  const answer = isLedOn ? undefined : await inTime(request, init, copy);
  if (!answer && !isLedOn) silentAt = performance.now();
  const who = whoAnswers(answer && statusOf(answer), copy !== undefined);
  if (answer && (answer.status === 404 || answer.status === 410)) event.waitUntil(forgetVisited(address));
  const missing = await missingPage(address);
  // Later, or for whoever was sent this address, the page may well be there.
  const isNews = missing !== undefined && justMissed.delete(missing);
  if (who === 'server' && answer) return isNews ? show(answer, {missing}) : answer;
  noteTrouble();
  if (copy) return show(copy, {copy: {built: null}, missing});
  // A frame is a part of a page that says enough.
  return request.destination === 'document' ? leadHome(address) : (answer ?? Response.error());
}

/** Answers a request for a file of a page. */
export async function answerFile(request: Request, address: URL): Promise<Response> {
  const isLasting = isImmutable(address.pathname);
  const copy = (isLasting ? await immutableFile(address) : undefined) ?? (await findCopy(address, false));
  if (!copy) return fetch(request);
  const range = request.headers.get('range');
  if (range !== null) return partOf(copy, range);
  if (isLasting || wasInTrouble()) return copy;
  const answer = await inTime(request, {}, copy);
  // A login in place of a script is no answer.
  const isOther = isHtml(answer) && !isHtml(copy);
  return !answer || isOther || isOutage(statusOf(answer)) ? copy : answer;
}

/**
 * What to tell an open page that has moved to another address inside the site.
 *
 * @param fresh the page as the server has it now; undefined when it does not answer
 */
export async function replyToMove(
  {page, built, app}: Visit,
  fresh: FreshPage | undefined,
): Promise<LineForPage | LoadAnew> {
  const isWell = fresh !== undefined && !isOutage(fresh.response.status) && isOfASite(fresh.html);
  const file = fileFor(new URL(page, origin));
  const isThere = isWell || (file !== undefined && (await readyFile(file)) !== undefined);
  const other = appOf(isWell ? scriptsIn(fresh.html) : manifest.shell);
  const html = noticeHtml({copy: {built}}, facts);
  // The scripts that run would go on for ever to show what they know.
  const isOther = isThere && app !== '' && other !== '' && app !== other;
  if (isOther) return {type: 'opsbinder-load', page, app: other, html};
  return {type: 'opsbinder-line', page, html: isWell ? '' : html};
}

/** The server's answer; with a copy at hand it has to be there within the deadline, and a page wholly so. */
async function inTime(
  request: Request,
  init: RequestInit,
  copy: Response | undefined,
): Promise<Response | undefined> {
  const {deadline} = manifest;
  const answer = await ask(request, init, copy ? deadline : 4 * deadline);
  if (!copy || answer?.status !== 200 || !isHtml(answer)) return answer;
  const bytes = await bytesOf(answer, deadline);
  return bytes && again(bytes, answer);
}

const isHtml = (response: Response | undefined) =>
  response?.headers.get('content-type')?.startsWith('text/html') ?? false;

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
  if (!isHtml(response)) return response;
  const html = await response.text();
  // A file that nobody marked is of this build when it was kept ready for it.
  const built = builtOf(html) ?? (storedHash(response) === null ? null : manifest.built);
  const pages = missing === undefined ? [] : await pagesAtHand();
  const notice = noticeHtml({...(copy && {copy: {built}}), missing}, {...facts, pages});
  return again(withNotice(html, notice), response);
}

/** A response with another body, or the same once it was read. */
function again(body: BodyInit, {status, headers}: Response): Response {
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length']) kept.delete(name);
  return new Response(body, {status, headers: kept});
}

async function leadHome(address: URL): Promise<Response> {
  const path = address.pathname + address.search;
  const {home, base} = manifest;
  const isHome = home !== null && fileFor(address) === home;
  if (home === null || isHome || !(await readyFile(home))) {
    const headers = {'content-type': 'text/html; charset=utf-8'};
    return new Response(standInPage(path, {...facts, pages: await pagesAtHand()}), {status: 503, headers});
  }
  justMissed.add(path);
  return Response.redirect(
    `${origin}${base}${pathOf(home, manifest)}?${MISSING}=${encodeURIComponent(path)}`,
  );
}

// Whoever writes a link can write this query: only a path of this site is shown, and none that there is a copy of.
async function missingPage(address: URL): Promise<string | undefined> {
  const path = address.searchParams.get(MISSING);
  if (!path?.startsWith('/') || fileFor(address) !== manifest.home || !URL.canParse(origin + path))
    return undefined;
  const target = new URL(origin + path);
  const isOurs = target.origin === origin && pathBelow(target.pathname, manifest) !== undefined;
  return isOurs && !(await findCopy(target, true)) ? target.pathname + target.search : undefined;
}
