import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { lineFeed } from './chain.ts';

/** Bytes read at once; whoever waits meanwhile gets a turn in between. */
const bytesAtOnce = 512_000;

/** Bytes `from` to `to` of a file, `to` not included; fewer where the file ends before. */
export async function readPart(file: string, from: number, to: number): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/**
 * The lines of a file from an offset on, without their line feeds, as many at once as were read together. What stands
 * behind the last line feed is a line too.
 */
export async function* linesOf(file: string, from = 0): AsyncGenerator<readonly Buffer[]> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file, { start: from, highWaterMark: bytesAtOnce })) {
    const bytes = chunk as Buffer; // the stream has no encoding
    const end = bytes.lastIndexOf(lineFeed);
    if (end >= 0) {
      yield splitLines(Buffer.concat([...begun, bytes.subarray(0, end)]));
      begun = [];
    }
    begun.push(bytes.subarray(end + 1));
  }
  const rest = Buffer.concat(begun);
  if (rest.length > 0) yield [rest];
}

function splitLines(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start <= bytes.length;) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed;
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
