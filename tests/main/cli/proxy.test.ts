import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { honourProxy } from '../../../main/cli/proxy.ts';
import { urlOf } from '../../../main/cli/serve.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return urlOf(server);
}

const echo = (): Promise<string> => listen(createServer((request, response) => response.end(request.url)));

/** A proxy that leads every tunnel to one server, and notes where it was asked to lead it. */
async function proxyTo(address: string, asked: (string | undefined)[]): Promise<string> {
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url);
    const behind = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    socket.pipe(behind).pipe(socket);
  });
  return listen(server);
}

test.each(['HTTP_PROXY', 'http_proxy'])('addresses elsewhere are asked through %s, this machine is not', async (name) => {
  const here = await echo();
  const asked: (string | undefined)[] = [];
  const undo = honourProxy({ [name]: await proxyTo(here, asked), NO_PROXY: 'example.org' });
  try {
    expect(await (await fetch('http://packages.invalid/metadata/timestamp.json')).text()).toBe('/metadata/timestamp.json');
    expect(asked).toEqual(['packages.invalid:80']);
    expect(await (await fetch(`${here}snapshot.json`)).text()).toBe('/snapshot.json');
    expect(asked).toHaveLength(1);
  } finally {
    undo();
  }
});

test('without a proxy nothing changes', async () => {
  honourProxy({ NO_PROXY: 'example.org' })();
  await expect(fetch('http://packages.invalid/')).rejects.toThrow('fetch failed');
});
