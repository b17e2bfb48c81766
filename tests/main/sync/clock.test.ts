import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockWarning, referenceTime } from '../../../main/sync/trust/clock.ts';
import { openPublisher, trustPublisher } from '../../../main/sync/trust/publishers.ts';
import { readFirstRoot } from '../../../main/sync/trust/trust.ts';
import { Refusal } from '../../../main/sync/refusal.ts';
import { folderReader } from '../../../main/sync/sources/folder-reader.ts';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { copyOf, day, noon, openBureau, question, temporaryFolder } from './support.ts';

const iso = (instant: number): string => new Date(instant).toISOString();
const hour = 3_600_000;

describe('reference time', () => {
  test('the clock, unless something was signed later', () => {
    expect(referenceTime(noon, [])).toEqual(new Date(noon));
    expect(referenceTime(noon, ['', iso(noon - day)])).toEqual(new Date(noon));
    expect(referenceTime(noon, [iso(noon + day), iso(noon + 2 * day), 'nonsense'])).toEqual(new Date(noon + 2 * day));
  });

  test('never lies before the clock or before anything that was signed', () => {
    const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
    fc.assert(
      fc.property(instant, fc.array(instant), (now, seen) => {
        const time = referenceTime(now, seen.map(iso)).getTime();
        expect(time).toBe(Math.max(now, ...seen));
      }),
    );
  });
});

describe('a word about the clock', () => {
  test.each([
    ['nothing speaks against it', noon, [iso(noon)], noon, null],
    ['nothing is known', noon, ['', 'nonsense'], null, null],
    ['something was signed a moment later', noon, [iso(noon + hour)], null, null],
    ['something was signed tomorrow', noon, [iso(noon + day)], null, { kind: 'behind', here: iso(noon), seen: iso(noon + day) }],
    ['a server is a few hours behind it', noon, [], noon - 5 * hour, null],
    ['a server is days behind it', noon, [], noon - 2 * day, { kind: 'ahead', here: iso(noon), seen: iso(noon - 2 * day) }],
    ['a server is ahead of it, which proves nothing', noon, [], noon + 400 * day, null],
    [
      'what was signed counts for more',
      noon,
      [iso(noon + day)],
      noon - 9 * day,
      { kind: 'behind', here: iso(noon), seen: iso(noon + day) },
    ],
  ])('%s', (_name, now, seen, serverDate, warning) => {
    expect(clockWarning(now, seen, serverDate)).toEqual(warning);
  });
});

/**
 * A publisher whose version 1 (signed at noon, for 400 days; its root for ten years) was accepted, with a newer version,
 * with a publication that had run out before, and with the older stick.
 */
async function openOffice() {
  const bureau = await openBureau();
  await bureau.publish([question(1)], noon - 2 * day);
  const older = await copyOf(bureau.repository);
  await bureau.publish([question(2)], noon);
  const accepted = await copyOf(bureau.repository);
  await bureau.publish([question(3)], noon + day);
  const stale = await openBureau();
  await stale.publish([question(1)], noon - 450 * day);
  return { fresh: bureau.repository, accepted, older, expired: stale.repository };
}

/** What becomes of a repository under a clock, for a publisher whose copy at `before` was accepted at noon. */
async function outcome(repository: string, before: string | null, clock: number, known: readonly string[]): Promise<string> {
  const { signal } = new AbortController();
  const directory = await temporaryFolder();
  const first = readFirstRoot(await readFile(path.join(repository, 'metadata/1.root.json')), 'root');
  await trustPublisher(directory, first);
  const publisher = await openPublisher(directory, first.fingerprint);
  if (before !== null) {
    await publisher.refreshFrom(folderReader(before, 'before'), new Date(noon), signal);
    await publisher.accept(iso(noon));
  }
  const warning = clockWarning(noon + clock, [await publisher.issued(), ...known], null)?.kind ?? 'no warning';
  try {
    await publisher.refreshFrom(folderReader(repository, 'repository'), referenceTime(noon + clock, known), signal);
    return `taken, ${warning}`;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { kind, at } = error.failure;
    return [kind, at?.slice(0, 10), warning].filter(Boolean).join(', ');
  }
}

describe('a clock that is wrong', () => {
  const years = 365.25 * day;
  const clocks = { '-10 years': -10 * years, '-1 year': -years, right: 0, '+500 days': 500 * day, '+10 years': 10 * years + 5 * day };
  const expiry = (instant: number): string => iso(instant + 400 * day).slice(0, 10);
  const rootExpiry = iso(noon - 2 * day + 3_653 * day).slice(0, 10);
  const passed = expiry(noon - 450 * day);
  const staleRoot = iso(noon - 450 * day + 3_653 * day).slice(0, 10);
  const outcomes: Readonly<Record<keyof typeof clocks, Readonly<Record<'fresh' | 'expired' | 'older', string>>>> = {
    '-10 years': { fresh: 'taken, behind', expired: `expired, ${passed}, behind`, older: 'older, behind' },
    '-1 year': { fresh: 'taken, behind', expired: `expired, ${passed}, behind`, older: 'older, behind' },
    right: { fresh: 'taken, no warning', expired: `expired, ${passed}, no warning`, older: 'older, no warning' },
    '+500 days': {
      fresh: `expired, ${expiry(noon + day)}, no warning`,
      expired: `expired, ${passed}, no warning`,
      older: 'older, no warning',
    },
    '+10 years': {
      fresh: `expired, ${rootExpiry}, no warning`,
      expired: `expired, ${staleRoot}, no warning`,
      older: `expired, ${rootExpiry}, no warning`,
    },
  };

  test.each(Object.keys(clocks) as (keyof typeof clocks)[])('%s', async (clock) => {
    const office = await openOffice();
    const given = clocks[clock];
    const known = [iso(noon - 20 * day)]; // when the program was made
    expect({
      fresh: await outcome(office.fresh, office.accepted, given, known),
      expired: await outcome(office.expired, null, given, known),
      older: await outcome(office.older, office.accepted, given, known),
    }).toEqual(outcomes[clock]);
  });
});
