import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { directly, withoutProxy } from '../../../main/sync/sources/direct/directly.ts';
import { readHead } from '../../../main/sync/sources/direct/head.ts';
import { httpReader, type Get } from '../../../main/sync/sources/http-reader.ts';
import { noise } from './transfer/support.ts';

const open: { readonly server: Server; readonly sockets: Socket[] }[] = [];
afterEach(() => {
  for (const { server, sockets } of open.splice(0)) {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
});

type Reply = (socket: Socket, path: string) => void;

/** A server that says exactly what the test wants. `connections` are the requests of each connection. */
async function serve(reply: Reply) {
  const connections: string[][] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    const requests: string[] = [];
    connections.push(requests);
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      requests.push(bytes.toString('latin1'));
      reply(socket, /^GET (\S+)/.exec(bytes.toString('latin1'))?.[1] ?? '');
    });
  });
  open.push({ server, sockets });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`, connections, sockets };
}

const plain = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

/** What stands behind: tells that it was asked. */
function asked() {
  const addresses: string[] = [];
  const get: Get = async (url) => {
    addresses.push(new URL(url).pathname);
    return new Response('by fetch');
  };
  return { addresses, get };
}

async function read(get: Get, url: string, file: string, signal = new AbortController().signal): Promise<Buffer | null> {
  const opened = await httpReader(url, get).open(file, 0, signal);
  const chunks: Buffer[] = [];
  for await (const chunk of opened?.body ?? []) chunks.push(Buffer.from(chunk));
  return opened && Buffer.concat(chunks);
}

const always = async (): Promise<boolean> => true;

describe('plain http without a proxy', () => {
  test('files come over one connection, in whatever pieces', async () => {
    const files: Record<string, Buffer> = { '/one': noise(1_000_000, 1), '/two': noise(0, 2), '/three': noise(70_000, 3) };
    const { url, connections } = await serve((socket, path) => {
      const bytes = files[path] ?? Buffer.alloc(0);
      for (const letter of `HTTP/1.1 200 OK\r\ncontent-length: ${bytes.length}\r\n\r\n`) socket.write(letter);
      socket.write(bytes);
    });
    const { get, addresses } = asked();
    const direct = directly(get, always);
    for (const [path, bytes] of Object.entries(files)) expect((await read(direct, url, path.slice(1)))?.equals(bytes)).toBe(true);
    expect([connections.length, connections[0]?.length, addresses]).toEqual([1, 3, []]);
    expect(connections[0]?.[0]?.split('\r\n')).toEqual(expect.arrayContaining(['GET /one HTTP/1.1', 'accept-encoding: identity']));
  });

  test('what the server closed in the meantime is asked for over a new connection', async () => {
    const { url, connections, sockets } = await serve((socket) => socket.write(plain('good')));
    const direct = directly(asked().get, always);
    await read(direct, url, 'one');
    sockets[0]?.destroy();
    await sleep(20);
    expect([String(await read(direct, url, 'two')), connections.length]).toEqual(['good', 2]);
  });

  test('a body that breaks off, and one that goes on after its end', async () => {
    const replies = [plain('good').replace('4', '9'), `${plain('good')}and more`, plain('good')];
    const { url, connections } = await serve((socket) => {
      socket.write(replies.shift() ?? '');
      if (replies.length === 2) socket.end();
    });
    const direct = directly(asked().get, always);
    await expect(read(direct, url, 'one')).rejects.toThrow('hung up');
    expect(String(await read(direct, url, 'two'))).toBe('good');
    expect(String(await read(direct, url, 'three'))).toBe('good');
    expect(connections.length).toBe(3);
  });

  test('a cancelled one ends at once, whether its head has come or not', async () => {
    const { url } = await serve((socket, path) => socket.write(path === '/silent' ? 'HTTP/1.1 200' : plain('good').replace('4', '9')));
    const direct = directly(asked().get, always);
    await expect(read(direct, url, 'silent', AbortSignal.timeout(50))).rejects.toMatchObject({ failure: { kind: 'cancelled' } });
    await expect(read(direct, url, 'half', AbortSignal.timeout(50))).rejects.toThrow('hung up');
  });

  test('what is not there is nothing, and its connection serves the next', async () => {
    const missing = 'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n';
    const { url } = await serve((socket, path) => socket.write(path === '/none' ? missing : plain('good')));
    const direct = directly(asked().get, always);
    expect([await read(direct, url, 'none'), String(await read(direct, url, 'one'))]).toEqual([null, 'good']);
  });
});

describe('fetch is asked', () => {
  test.each([
    ['a redirect', 'HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n'],
    ['a chunked body', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\ngood\r\n0\r\n\r\n'],
    ['a body without a length', 'HTTP/1.1 200 OK\r\n\r\ngood'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\ngood'],
    ['an older protocol', 'HTTP/1.0 200 OK\r\nContent-Length: 4\r\n\r\ngood'],
    ['another language', 'SSH-2.0\r\n\r\n'],
    ['a head without an end', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}`],
  ])('after %s, and then at once', async (_name, answer) => {
    const { url, connections } = await serve((socket) => socket.write(answer));
    const { get, addresses } = asked();
    const direct = directly(get, always);
    for (const file of ['one', 'two']) expect(String(await read(direct, url, file))).toBe('by fetch');
    expect([addresses, connections.length]).toEqual([['/one', '/two'], 1]);
  });

  test('for https, for addresses with a name, and where a proxy stands before them', async () => {
    const { get, addresses } = asked();
    await read(directly(get, always), 'https://example.test/', 'secure');
    await read(directly(get, always), 'http://name:word@example.test/', 'named');
    await read(
      directly(get, async () => false),
      'http://example.test/',
      'proxied',
    );
    expect(addresses).toEqual(['/secure', '/named', '/proxied']);
  });
});

test('proxies of the environment', async () => {
  const ask = (environment: Record<string, string>, url: string) => withoutProxy(environment)(url);
  expect(await ask({}, 'http://example.test/')).toBe(true);
  expect(await ask({ https_proxy: 'http://proxy:3128' }, 'http://example.test/')).toBe(true);
  expect(await ask({ HTTP_PROXY: 'http://proxy:3128' }, 'http://example.test/')).toBe(false);
  expect(await ask({ http_proxy: 'http://proxy:3128' }, 'http://127.0.0.1:80/')).toBe(true);
});

test('a head is read as it stands', () => {
  const head = readHead('HTTP/1.1 206 Partial Content\r\nContent-Length:  10 \r\nConnection: Close\r\nX-Empty:');
  expect([head?.status, head?.length, head?.keeps, head?.headers.get('x-empty')]).toEqual([206, 10, false, '']);
  for (const bad of ['X: a\r\n folded', 'No Colon', ': nameless', 'Bad Name: x', 'Content-Length: -1', 'Content-Length: 0x10']) {
    expect(readHead(`HTTP/1.1 200 OK\r\n${bad}`), bad).toBeNull();
  }
});
