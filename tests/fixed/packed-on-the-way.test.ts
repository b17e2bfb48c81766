import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { urlOf } from '../../main/cli/serve.ts';
import { httpReader } from '../../main/sync/sources/http-reader.ts';
import { readCapped } from '../../main/sync/sources/reader.ts';

// Object stores and content networks keep JSON packed and send it so whatever was asked for; a target may be a web page.

const { signal } = new AbortController();
const text = JSON.stringify({ signed: 'x'.repeat(10_000) });

async function serverOf(type: string, encoding: string, body: Buffer): Promise<string> {
  const server = createServer(({ headers: { range } }, response) => {
    const from = Number(/bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
    const extent = { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}`, 'content-length': body.length - from };
    response.writeHead(from > 0 ? 206 : 200, { 'content-type': type, ...(encoding && { 'content-encoding': encoding }), ...extent });
    response.end(body.subarray(from));
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return urlOf(server);
}

test('JSON that a server packs on the way is what was signed', async () => {
  const reader = httpReader(await serverOf('application/json', 'gzip', gzipSync(text)), fetch);
  expect((await readCapped(reader, 'metadata/timestamp.json', 20_000, signal))?.toString()).toBe(text);
  const { body: _body, ...rest } = (await reader.open('metadata/1.root.json', 20, signal))!;
  expect(rest).toMatchObject({ from: 0, total: null });
});

test('it is held to the cap as it is unpacked', async () => {
  const reader = httpReader(await serverOf('application/json', 'gzip', gzipSync(Buffer.alloc(5_000_000))), fetch);
  await expect(readCapped(reader, 'metadata/timestamp.json', 16_384, signal)).rejects.toMatchObject({ failure: { kind: 'too-large' } });
});

test('the packing of a file itself is not taken for one on the way', async () => {
  const reader = httpReader(await serverOf('application/json', 'gzip', gzipSync(text)), fetch);
  await expect(reader.open('targets/bank/manifest.json.gz', 0, signal)).rejects.toMatchObject({ failure: { kind: 'source-unreachable' } });
});

test('a web page comes where a web page was asked for, and nowhere else', async () => {
  const reader = httpReader(await serverOf('text/html', '', Buffer.from('<p>')), fetch);
  expect((await readCapped(reader, 'targets/help/index.html', 100, signal))?.toString()).toBe('<p>');
  await expect(reader.open('metadata/timestamp.json', 0, signal)).rejects.toMatchObject({ failure: { kind: 'source-unreachable' } });
});
