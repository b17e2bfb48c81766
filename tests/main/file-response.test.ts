import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { serveFile } from '../../main/file-response.ts';
import { servedFile, type ServedFile } from '../../main/sync/store/served-file.ts';

const content = Buffer.from(Array.from({ length: 1_000 }, (_, place) => place % 251));

/** The content as a large file of so many bytes a piece; the store has all of them, or loses one. */
function fileOf(pieceLength: number, { type = 'video/mp4', lost = -1 } = {}): { readonly file: ServedFile; readonly reads: string[] } {
  const reads: string[] = [];
  const pieces: { target: string; sha256: string; length: number }[] = [];
  for (let start = 0; start < content.length; start += pieceLength) {
    const length = Math.min(pieceLength, content.length - start);
    pieces.push({ target: `column/f-0.${start / pieceLength}`, sha256: String(start), length });
  }
  const read = async ({ sha256, length }: { readonly sha256: string; readonly length: number }): Promise<Buffer | null> => {
    reads.push(sha256);
    const start = Number(sha256);
    return start / pieceLength === lost ? null : content.subarray(start, start + length);
  };
  return { file: servedFile({ name: '示例“讲座”.mp4', type, length: content.length, sha256: '', pieces }, { read }), reads };
}

const bodyOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

describe('a large file', () => {
  it('comes whole, by its type, from all its pieces', async () => {
    const answer = serveFile(fileOf(300).file, null);
    expect([answer.status, Object.fromEntries(answer.headers)]).toEqual([
      200,
      { 'accept-ranges': 'bytes', 'content-length': '1000', 'content-type': 'video/mp4', 'x-content-type-options': 'nosniff' },
    ]);
    expect(await bodyOf(answer)).toEqual(content);
  });

  it('law: a range is that part of it, whatever the pieces', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1_200 }), fc.nat(999), fc.nat(1_500), async (pieceLength, from, more) => {
        const answer = serveFile(fileOf(pieceLength).file, `bytes=${from}-${from + more}`);
        const last = Math.min(from + more, 999);
        expect([answer.status, answer.headers.get('content-range'), answer.headers.get('content-length')]).toEqual([
          206,
          `bytes ${from}-${last}/1000`,
          String(last - from + 1),
        ]);
        expect(await bodyOf(answer)).toEqual(content.subarray(from, last + 1));
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['bytes=990-', 206, 'bytes 990-999/1000'],
    ['bytes=-10', 206, 'bytes 990-999/1000'],
    ['bytes=-5000', 206, 'bytes 0-999/1000'],
    ['bytes=1000-', 416, 'bytes */1000'],
    ['bytes=-0', 416, 'bytes */1000'],
    ['bytes=9-2', 200, null],
    ['bytes=-', 200, null],
    ['bytes=0-1,5-9', 200, null],
    ['lines=1-2', 200, null],
  ])('asked for %s answers %i', async (range, status, contentRange) => {
    const answer = serveFile(fileOf(300).file, range);
    expect([answer.status, answer.headers.get('content-range')]).toEqual([status, contentRange]);
  });

  it('reads only the pieces of the range, and no further than somebody listens', async () => {
    const part = fileOf(100);
    await bodyOf(serveFile(part.file, 'bytes=250-399'));
    expect(part.reads).toEqual(['200', '300']);
    const whole = fileOf(100);
    const reader = serveFile(whole.file, null).body!.getReader();
    await reader.read();
    await reader.cancel();
    expect(whole.reads.length).toBeLessThan(4);
  });

  it('of any other type is only saved, under its name', () => {
    const answer = serveFile(fileOf(300, { type: 'text/html' }).file, null);
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      'application/octet-stream',
      `attachment; filename*=UTF-8''${encodeURIComponent('示例“讲座”.mp4')}`,
    ]);
  });

  it('has an answer whatever it is called', () => {
    const { file } = fileOf(300, { type: 'text/html' });
    const answer = serveFile({ ...file, name: 'half of a \u{D842}' }, null);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''half%20of%20a%20%EF%BF%BD");
  });

  it('with a piece that is missing or damaged breaks off', async () => {
    const answer = serveFile(fileOf(300, { lost: 1 }).file, null);
    await expect(bodyOf(answer)).rejects.toThrow('column/f-0.1 of 示例“讲座”.mp4 is missing or damaged');
  });

  it('that no installed package has is not found', async () => {
    const answer = serveFile(null, 'bytes=0-9');
    expect([answer.status, await answer.text()]).toEqual([404, 'not found']);
  });
});
