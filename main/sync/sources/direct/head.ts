/** The first lines of an answer. */
export interface Head {
  readonly status: number;
  readonly headers: Headers;
  /** Bytes of the body. */
  readonly length: number;
  /** Whether the server answers more on this connection. */
  readonly keeps: boolean;
}

const headerLine = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([^\r\n\0]*?)[ \t]*$/;

/**
 * Reads the head of a plain answer (RFC 9112): one with a body of known length, as files are served. Null for all others,
 * e.g. redirects, chunked bodies and bodies that were packed on the way: fetch knows them.
 */
export function readHead(text: string): Head | null {
  const [first = '', ...lines] = text.split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})(?: |$)/.exec(first)?.[1]);
  const pairs = lines.map((line) => headerLine.exec(line));
  if (!isPlain(status) || pairs.includes(null)) return null;
  const headers = new Headers(pairs.map((pair): [string, string] => [pair?.[1] ?? '', pair?.[2] ?? '']));
  const length = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length) || headers.has('transfer-encoding') || headers.has('content-encoding')) return null;
  return { status, headers, length: Number(length), keeps: !/\bclose\b/i.test(headers.get('connection') ?? '') };
}

const isPlain = (status: number): boolean => status === 200 || status === 206 || (status >= 400 && status <= 599);
