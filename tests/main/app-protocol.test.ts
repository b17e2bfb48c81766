import path from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { contentPolicy, fileOf, origin, serveApp, type OpenFile } from '../../main/app-protocol.ts';
import { temporaryFolder } from '../support/journals.ts';

const protocol = vi.hoisted(() => ({ handle: vi.fn<(scheme: string, answer: (request: Request) => Promise<Response>) => void>() }));
vi.mock('electron', () => ({ protocol }));

const folder = path.resolve('/srv/sanxun/renderer');
const at = (address: string): string | null => fileOf(folder, new URL(address));

describe('the file behind an address', () => {
  it('is in the folder, whatever the address', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2E%2e%2f',
        '..%2f..',
        '%5c..%5c',
        '\\..\\',
        '',
        '%00',
        '%',
        '%252e%252e',
        'etc',
        '/',
        '//',
        'C:',
        '~',
      ),
      fc.string({ maxLength: 5 }),
      fc.webSegment(),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const url = URL.parse(`${origin}/${parts.join('/')}`);
        const file = url && fileOf(folder, url);
        if (file) expect(path.relative(folder, file)).not.toMatch(/^\.\.(\/|\\|$)/);
        if (file) expect(path.isAbsolute(path.relative(folder, file))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['', 'index.html'],
    ['index.html', 'index.html'],
    ['assets/app.js?v=1#top', 'assets/app.js'],
    ['%E9%A1%B5.html', '页.html'],
    ['../../index.html', 'index.html'],
  ])('%j is %s', (address, file) => expect(at(`${origin}/${address}`)).toBe(path.join(folder, file)));

  it.each(['..%2findex.html', '%2e%2e%2f%2e%2e%2fetc/passwd', '..%2frenderer-secret/a', 'a%00.js', '%E0%A4%A'])('%s is none', (address) =>
    expect(at(`${origin}/${address}`)).toBeNull(),
  );

  it.each([
    'app://other/index.html',
    'app://sanxun.evil/index.html',
    'app://sanxun:80/index.html',
    'https://sanxun/index.html',
    'file:///index.html',
  ])('none of another origin: %s', (address) => expect(at(address)).toBeNull());
});

describe('the content policy', () => {
  const directives = new Map(
    contentPolicy('n0nce')
      .split('; ')
      .map((line) => [line.split(' ')[0], line.split(' ').slice(1)]),
  );

  it('allows nothing unsafe, nothing foreign and nothing by default', () => {
    expect(contentPolicy('n0nce')).not.toMatch(/unsafe|\*|https?:/);
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors', 'object-src']) expect(directives.get(name)).toEqual(["'none'"]);
  });

  it('lets styles in by this page’s nonce only', () => expect(directives.get('style-src')).toEqual(["'self'", "'nonce-n0nce'"]));
});

describe('serving', () => {
  const sha256 = 'ab'.repeat(32);
  const openFile: OpenFile = async (wanted) =>
    wanted === sha256
      ? {
          name: '示例.wav',
          type: 'audio/wav',
          length: 4,
          async *read(from, to) {
            yield Buffer.from('RIFF').subarray(from, to);
          },
        }
      : null;

  async function get(address: string, headers = {}): Promise<Response> {
    const home = temporaryFolder();
    mkdirSync(path.join(home, 'renderer'));
    writeFileSync(path.join(home, 'secret.txt'), 'secret');
    writeFileSync(path.join(home, 'renderer', 'index.html'), '<style nonce="__CSP_NONCE__"></style>');
    writeFileSync(path.join(home, 'renderer', 'app.js'), '1');
    serveApp(path.join(home, 'renderer'), openFile);
    const answer = protocol.handle.mock.lastCall?.[1];
    return answer!({ url: address, headers: new Headers(headers) } as Request);
  }

  it('gives a page its policy, with the nonce that stands in it, another one each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const page = await get(`${origin}/`);
        const nonce = /nonce="([^"]+)"/.exec(await page.text())?.[1] ?? '';
        expect(page.headers.get('content-security-policy')).toBe(contentPolicy(nonce));
        expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
        return nonce;
      }),
    );
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
  });

  it('gives other files their type, and forbids guessing another', async () => {
    const script = await get(`${origin}/app.js`);
    expect([script.status, script.headers.get('content-type'), script.headers.get('x-content-type-options')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'nosniff',
    ]);
  });

  it('gives large files of packages by their SHA-256, also in part', async () => {
    const part = await get(`${origin}/files/${sha256}`, { range: 'bytes=1-2' });
    expect([part.status, part.headers.get('content-type'), await part.text()]).toEqual([206, 'audio/wav', 'IF']);
  });

  it.each([`files/${'00'.repeat(32)}`, `files/${'AB'.repeat(32)}`, `files/${'ab'.repeat(31)}`, `files/${'ab'.repeat(32)}/x`])(
    'answers 404 for %s',
    async (name) => expect((await get(`${origin}/${name}`)).status).toBe(404),
  );

  it('gives no file to another origin', async () => {
    expect((await get(`app://other/files/${sha256}`)).status).toBe(404);
  });

  it.each(['none.js', '..%2fsecret.txt', 'index.html%00'])('answers 404 for %s', async (name) => {
    const answer = await get(`${origin}/${name}`);
    expect([answer.status, await answer.text()]).toEqual([404, 'not found']);
  });
});
