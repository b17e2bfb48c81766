import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../../shared/model/question.ts';
import { manyQuestions } from '../../../support/many-questions.ts';
import { day, noon, openBureau } from '../support.ts';
import { openClient } from './support.ts';

const sections = ['党史', '党章', '安全'] as const;
const texts = manyQuestions(60);

/** A question of a version: where it stands, and which of its wordings it has. */
interface Wording {
  readonly number: number;
  readonly section: number;
  readonly wording: number;
}

const wording = fc.record({ section: fc.nat({ max: 2 }), wording: fc.nat({ max: 3 }) });
const version = fc
  .array(fc.option(wording), { minLength: 14, maxLength: 14 })
  .map((places) => places.flatMap((place, number): Wording[] => (place ? [{ number, ...place }] : [])))
  .filter((bank) => bank.length > 0);

/** The usual change: few questions of a version differ from those of the version before. */
const corrected = (before: readonly Wording[], touched: readonly number[]): readonly Wording[] =>
  before.map((one) => (touched.includes(one.number) ? { ...one, wording: (one.wording + 1) % 4 } : one));

const versions = fc.oneof(
  fc.tuple(version, version, version),
  fc
    .tuple(version, fc.array(fc.nat({ max: 13 })), fc.array(fc.nat({ max: 13 })))
    .map(([first, one, other]) => [first, corrected(first, one), corrected(corrected(first, one), other)] as const),
);

/** Wordings: as it is · another explanation · one word more · another question under the same id. */
function questionOf({ number, section, wording: kind }: Wording): Question {
  const text = texts[number]!;
  const common = { ...text, id: `Q-${number}`, section: sections[section]! };
  if (kind === 1) return { ...common, explanation: texts[number + 20]!.stem };
  if (kind === 2) return { ...common, stem: `${text.stem.slice(0, 6)}依法${text.stem.slice(6)}` };
  return kind === 3 ? { ...texts[number + 40]!, id: common.id, section: common.section } : common;
}

const health = fc.constantFrom('sound', 'sound', 'sound', 'missing', 'damaged');

describe('laws', () => {
  test('from any version, with any blocks damaged or gone, a client comes to exactly the blocks of the newest', async () => {
    await fc.assert(
      fc.asyncProperty(versions, fc.nat({ max: 1 }), fc.array(health, { minLength: 3, maxLength: 3 }), async (banks, from, healths) => {
        const bureau = await openBureau();
        const manifests = [];
        for (const [place, bank] of banks.entries())
          manifests.push((await bureau.publish(bank.map(questionOf), noon + place * day)).manifest);
        const [installed, newest] = [manifests[from]!, manifests[2]!];
        const client = await openClient(bureau.repository);
        const lost = installed.blocks.filter((_, place) => healths[place] === 'missing');
        await client.install({ ...installed, blocks: installed.blocks.filter((block) => !lost.includes(block)) });
        for (const [place, block] of installed.blocks.entries()) if (healths[place] === 'damaged') await client.damage(block);
        const { fetched, missing } = await client.update(installed, newest);
        expect(await client.lacking(newest)).toEqual([]);
        if (healths.every((one) => one === 'sound')) expect(fetched).toBeLessThanOrEqual(missing);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  test('a client eight versions behind goes along the chain and fetches nothing whole', async () => {
    const bureau = await openBureau();
    let bank = texts.map((text, number) => ({ ...text, id: `Q-${number}`, section: '党史' }));
    const { manifest: installed } = await bureau.publish(bank);
    let newest = installed;
    for (let step = 1; step <= 8; step += 1) {
      bank = bank.map((one, number) => (number % 9 === step % 9 ? { ...one, explanation: `第 ${step} 次修订` } : one));
      newest = (await bureau.publish(bank, noon + step * day)).manifest;
    }
    expect(newest.deltas?.map(({ from, to }) => [from, to])).toEqual([9, 8, 7, 6, 5, 4, 3, 2].map((to) => [to - 1, to]));
    const client = await openClient(bureau.repository);
    await client.install(installed);
    const { fetched, made, missing } = await client.update(installed, newest);
    expect({ made, lacking: await client.lacking(newest) }).toEqual({ made: missing, lacking: [] });
    expect(fetched).toBe(newest.deltas!.reduce((sum, { length }) => sum + length, 0));
  });
});

describe('what a delta moves', () => {
  const bank = manyQuestions(600).map((one) => ({ ...one, section: '党史' }));

  async function moved(next: readonly Question[]) {
    const bureau = await openBureau();
    const { manifest: one } = await bureau.publish(bank);
    const { manifest: two } = await bureau.publish(next, noon + day);
    const client = await openClient(bureau.repository);
    await client.install(one);
    const { fetched, made, missing } = await client.update(one, two);
    expect(made).toBe(missing);
    return { fetched, missing };
  }

  test('a renamed section costs its name, though every block is a new one', async () => {
    const { fetched, missing } = await moved(bank.map((one) => ({ ...one, section: '党的历史' })));
    expect(fetched).toBeLessThan(missing / 10);
  });

  test('withdrawn questions cost next to nothing', async () => {
    expect((await moved(bank.filter((_, number) => number % 50 !== 7))).fetched).toBeLessThan(600);
  });

  test('one word costs a few bytes', async () => {
    const next = bank.map((one, number) => (number === 250 ? { ...one, stem: `${one.stem.slice(0, 5)}应${one.stem.slice(5)}` } : one));
    expect((await moved(next)).fetched).toBeLessThan(300);
  });
});
