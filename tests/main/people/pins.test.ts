import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { PinBook } from '../../../main/people/pin-book.ts';
import { pinFileOf } from '../../../main/people/pin-file.ts';
import { isPin, makeSecret } from '../../../main/people/pin-secret.ts';
import { temporaryFolder } from '../../support/journals.ts';

const start = Date.UTC(2026, 8, 25, 1);
let profile: string;
let now: number;
let lines: string[];
const book = (): PinBook => new PinBook({ profile, now: () => now, log: (message) => lines.push(message) });

beforeEach(() => {
  profile = temporaryFolder();
  now = start;
  lines = [];
});

const right = { ok: true, value: null };
const wrong = (left: number) => ({ ok: false, failure: { kind: 'wrong-pin', subject: String(left) } });
const wait = (ms: number) => ({
  ok: false,
  failure: { kind: 'too-many-tries', subject: '', at: new Date(start + ms).toISOString() },
});

it('keeps no PIN, but a salted hash that differs for the same PIN', async () => {
  await book().set('p1', null, '2580');
  await book().set('p2', null, '2580');
  const text = readFileSync(pinFileOf(profile), 'utf8');
  expect(text).not.toContain('2580');
  const { people } = JSON.parse(text) as { people: Record<string, { secret: { hash: string; salt: string; cost: number } }> };
  expect(people['p1']?.secret.hash).not.toBe(people['p2']?.secret.hash);
  expect(people['p1']?.secret.cost).toBeGreaterThanOrEqual(2 ** 15);
  if (process.platform !== 'win32') expect(statSync(pinFileOf(profile)).mode & 0o077).toBe(0);
});

it('takes the PIN in any width, and no other', async () => {
  const secret = await makeSecret('2580甲', 2 ** 10);
  expect(await isPin('２５８０甲', secret)).toBe(true);
  for (const other of ['', '258', '2580', '2580乙', '2580甲 ']) expect(await isPin(other, secret)).toBe(false);
});

it('lets in whoever has no PIN', async () => expect(await book().check('nobody', 'x')).toEqual(right));

describe('tries', () => {
  beforeEach(() => book().set('p1', null, '2580'));

  it('waits 30 s after five wrong ones, then twice as long each time; a restart forgives nothing', async () => {
    for (const left of [4, 3, 2, 1]) expect(await book().check('p1', '0000')).toEqual(wrong(left));
    expect(await book().check('p1', '0000')).toEqual(wait(30_000));
    expect(await book().check('p1', '2580')).toEqual(wait(30_000));
    now = start + 30_000;
    expect(await book().check('p1', '0000')).toEqual(wait(30_000 + 60_000));
    now = start + 90_000;
    expect(await book().check('p1', '0000')).toEqual(wait(90_000 + 120_000));
    now = start + 210_000;
    expect(await book().check('p1', '2580')).toEqual(right);
    expect(await book().check('p1', '0000')).toEqual(wrong(4));
  });

  it('are not lengthened by a clock that was set back', async () => {
    for (let n = 0; n < 5; n += 1) await book().check('p1', '0000');
    now = start - 365 * 86_400_000;
    expect(await book().check('p1', '2580')).toMatchObject({ failure: { at: new Date(now + 30_000).toISOString() } });
  });

  it('made at once count each', async () => {
    const same = book();
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((pin) => same.check('p1', pin)));
    expect(answers).toEqual([wrong(4), wrong(3), wrong(2), wrong(1), wait(30_000), wait(30_000)]);
  });

  it('of one person hold up nobody else', async () => {
    await book().set('p2', null, '1111');
    for (let n = 0; n < 5; n += 1) await book().check('p1', '0000');
    expect(await book().check('p2', '1111')).toEqual(right);
  });
});

it('is changed and removed only with the PIN before', async () => {
  await book().set('p1', null, '2580');
  expect(await book().set('p1', null, '1111')).toEqual(wrong(4));
  expect(await book().set('p1', '2580', '1111')).toEqual(right);
  expect(await book().check('p1', '2580')).toEqual(wrong(4));
  expect(await book().set('p1', '1111', null)).toEqual(right);
  expect(await book().state()).toEqual({ protected: [], keeper: null, resets: [] });
});

describe('the keeper', () => {
  beforeEach(async () => {
    await book().set('keeper', null, '9999');
    await book().set('p1', null, '2580');
  });

  it('needs a PIN of the own', async () => {
    expect(await book().keep('p2', '1234', null)).toMatchObject({ ok: false });
    expect(await book().keep('keeper', '1234', null)).toEqual(wrong(4));
    expect(await book().keep('keeper', '9999', null)).toEqual(right);
    expect(await book().state()).toEqual({ protected: ['keeper', 'p1'], keeper: 'keeper', resets: [] });
  });

  it('clears a PIN with the own one; it is logged, and the owner is told once', async () => {
    expect(await book().reset('p1', '9999', '韦敏')).toMatchObject({ ok: false });
    await book().keep('keeper', '9999', null);
    expect(await book().reset('p1', '2580', '韦敏')).toEqual(wrong(4));
    expect(await book().reset('p1', '9999', '韦敏')).toEqual(right);
    expect(lines.at(-1)).toBe('people: keeper cleared the PIN of p1');
    expect(await book().check('p1', 'anything')).toEqual(right);
    expect(await book().state()).toEqual({
      protected: ['keeper'],
      keeper: 'keeper',
      resets: [{ personId: 'p1', at: start, by: '韦敏' }],
    });
    await book().told('p1');
    expect((await book().state()).resets).toEqual([]);
  });

  it('is followed by another only with the PIN of both', async () => {
    await book().keep('keeper', '9999', null);
    expect(await book().keep('p1', '2580', null)).toEqual(wrong(4));
    expect(await book().keep('p1', '2580', '9999')).toEqual(right);
    expect((await book().state()).keeper).toBe('p1');
  });

  it('is nobody any more when the own PIN is removed', async () => {
    await book().keep('keeper', '9999', null);
    await book().set('keeper', '9999', null);
    expect((await book().state()).keeper).toBeNull();
  });
});

it('sets a damaged file aside, and locks nobody out', async () => {
  mkdirSync(path.dirname(pinFileOf(profile)), { recursive: true });
  writeFileSync(pinFileOf(profile), '{"format":1,"kee');
  expect(await book().state()).toEqual({ protected: [], keeper: null, resets: [] });
  expect(readFileSync(`${pinFileOf(profile)}.damaged`, 'utf8')).toBe('{"format":1,"kee');
  expect(lines).toHaveLength(1);
});
