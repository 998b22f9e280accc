/**
 * The part of a file that a player asks for: browsers take nothing else for sound and film.
 *
 * @param range as the header of a request has it
 */
export async function partOf(response: Response, range: string): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const size = bytes.byteLength;
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range.trim()) ?? [];
  const headers = new Headers(response.headers);
  // Several parts at once are asked for by nobody here; a server may answer such a request with the whole.
  if (from === '' && to === '') return new Response(bytes, {headers});
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start > end) {
    return new Response(null, {status: 416, headers: {'content-range': `bytes */${size}`}});
  }
  headers.set('content-range', `bytes ${start}-${end}/${size}`);
  headers.set('content-length', String(end - start + 1));
  return new Response(bytes.slice(start, end + 1), {status: 206, headers});
}
