import type { ServedFile } from './sync/store/served-file.ts';

/** What the window may show or play itself. None of them can carry a script; everything else is only saved. */
const shownTypes: ReadonlySet<string> = new Set([
  'video/mp4',
  'video/webm',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'text/vtt',
]);

/** So much goes to the window at once (bytes): a player that stops early has not been given a whole piece. */
const chunkBytes = 262_144;

/** The answer to a request for a large file: all of it, or the one range that was asked for (RFC 9110 §14). */
export function serveFile(file: ServedFile | null, range: string | null): Response {
  if (!file) return new Response('not found', { status: 404 });
  const part = rangeOf(range, file.length);
  const headers = { ...describe(file), 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' };
  if (part === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.length}` } });
  const { from, to } = part ?? { from: 0, to: file.length };
  const asked = part && { 'content-range': `bytes ${from}-${to - 1}/${file.length}` };
  return new Response(streamOf(chunksOf(file.read(from, to))), {
    status: part ? 206 : 200,
    headers: { ...headers, 'content-length': String(to - from), ...asked },
  });
}

interface Range {
  readonly from: number;
  /** Behind the last byte. */
  readonly to: number;
}

/** Null where the whole file is asked for, also by what is no single range of bytes: such a header is passed over. */
function rangeOf(header: string | null, length: number): Range | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(length - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? length : Math.min(Number(last) + 1, length);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
  return from < to ? { from, to } : 'unsatisfiable';
}

function describe({ name, type }: ServedFile): Record<string, string> {
  if (shownTypes.has(type)) return { 'content-type': type };
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
  };
}

async function* chunksOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length; start += chunkBytes) yield piece.subarray(start, start + chunkBytes);
  }
}

/** Reads only when the window has room: memory stays flat however long the file is. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        // A copy: a part of a piece would hold the whole piece for as long as the window keeps it.
        else controller.enqueue(value.slice());
      },
      async cancel() {
        await chunks.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}
