/** For how long a server that gave no answer is taken to give none, in milliseconds. */
const MEMORY = 30_000;

// Of this run of the worker: whoever starts it anew finds out anew.
let failedAt = Number.NEGATIVE_INFINITY;

/** Whether the server was out of reach a moment ago, so that what is at hand need not wait for it. */
export function wasInTrouble(): boolean {
  return performance.now() - failedAt < MEMORY;
}

/** Remembers that the server was of no use. */
export function noteTrouble(): void {
  failedAt = performance.now();
}

/** Asks the server; undefined when it does not answer, or not in time. */
export async function ask(
  request: Request | string,
  init: RequestInit,
  patience: number,
): Promise<Response | undefined> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const answer = await fetch(request, {...init, signal: stop.signal});
    failedAt = Number.NEGATIVE_INFINITY;
    return answer;
  } catch {
    noteTrouble();
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

/** All that an answer has; undefined when it does not come to its end, or not in time. */
export async function bytesOf(answer: Response, patience: number): Promise<ArrayBuffer | undefined> {
  const bytes = await Promise.race([answer.arrayBuffer().catch(() => undefined), pause(patience)]);
  if (!bytes) noteTrouble();
  return bytes;
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
