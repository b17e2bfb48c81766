import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packEntries } from '@shared/bank/work/blocks.ts';
import { BankIndex, everything, type BankQuery } from '@shared/bank/search.ts';
import { searchForm, spokenTexts, textsOf } from '@shared/bank/search/text.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import { manyEntries } from '../../../support/many-questions.ts';
import { entry, judge, refusedEntry, single } from '../work/entries.ts';

/** Readings enough for the tests: 会 and 重 have two. */
const readings: Readonly<Record<string, string>> = {
  党: 'd',
  章: 'z',
  总: 'z',
  则: 'z',
  支: 'z',
  部: 'b',
  员: 'y',
  大: 'd',
  会: 'hk',
  重: 'cz',
  要: 'y',
  议: 'y',
};
const readingsOf = (character: string): string => readings[character] ?? '';

function indexOf(entries: readonly BankEntry[]): BankIndex {
  const index = new BankIndex(readingsOf);
  let number = 0;
  for (const block of packEntries(entries, { bankId: 'bank', place: 0, newId: () => `b${(number += 1)}` })) index.put(block);
  return index;
}

const find = (index: BankIndex, query: Partial<BankQuery>): string[] =>
  index.find({ ...everything, ...query }, 0, Infinity).refs.map(({ id }) => id);

/** What reading every text finds, letters also as initials of one reading each. */
function naively(entries: readonly BankEntry[], text: string): string[] {
  const words = searchForm(text).split(/\s+/).filter(Boolean);
  const holds = (one: BankEntry, word: string): boolean =>
    textsOf(one).some((line) => searchForm(line).includes(word)) ||
    (/^[a-z]+$/.test(word) && spokenTexts(one).some((line) => isSpoken(line, word)));
  return entries.filter((one) => words.every((word) => holds(one, word))).map(({ id }) => id);
}

function isSpoken(line: string, word: string): boolean {
  const spoken = Array.from(searchForm(line), (character) => (/[a-z0-9]/.test(character) ? character : readingsOf(character))).filter(
    Boolean,
  );
  return spoken.some((_, at) =>
    Array.from(word).every((letter, place) => spoken[at + place]?.includes(letter) && /\D/.test(spoken[at + place] ?? '0')),
  );
}

describe('searching a bank', () => {
  it('finds what reading every text finds, in the order of the bank', () => {
    const sign = fc.constantFrom('党', '章', '总', '会', '重', '要', 'A', 'ｄ', '3', '（', '，', ' ');
    const text = fc.string({ unit: sign, minLength: 1, maxLength: 12 });
    const query = fc.oneof(
      fc.string({ unit: sign, minLength: 0, maxLength: 4 }),
      fc.string({ unit: fc.constantFrom('d', 'z', 'h', 'k', 'c', ' '), maxLength: 5 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 120 }),
        fc.array(query, { minLength: 1, maxLength: 8 }),
        (made, queries) => {
          const entries = made.map(([stem, topic], at) => entry({ ...judge(`q${at}`, stem, true), topic }));
          const index = indexOf(entries);
          for (const words of queries) expect(find(index, { text: words })).toEqual(naively(entries, words));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds every substring of two characters and more of any text', () => {
    const entries = manyEntries(300, 9);
    const index = indexOf(entries);
    fc.assert(
      fc.property(fc.nat(299), fc.nat(200), fc.integer({ min: 2, max: 6 }), (at, from, length) => {
        const lines = textsOf(entries[at]!).filter((line) => line.length >= 2);
        const line = lines[from % lines.length]!;
        const text = line.slice(from % (line.length - 1), (from % (line.length - 1)) + length);
        fc.pre(!/\s/.test(text) && text.length >= 2);
        expect(find(index, { text })).toEqual(naively(entries, text));
      }),
    );
  });

  it('minds neither width nor case nor emphasis, and wants all words', () => {
    const index = indexOf([
      entry(single('a', '下列说法**不正确**的是ＡＢＣ（  ）。', { topic: '会议' })),
      entry(single('b', '下列说法正确的是（  ）。')),
      refusedEntry('c', { stem: '没有答案的说法', answer: 'abc' }),
    ]);
    expect(find(index, { text: '法不正确的' })).toEqual(['a']);
    expect(find(index, { text: 'abc' })).toEqual(['a', 'c']);
    expect(find(index, { text: '会议 下列' })).toEqual(['a']);
    expect(find(index, { text: '说法' })).toEqual(['a', 'b', 'c']);
    expect(find(index, { text: '甲乙' })).toEqual([]);
  });

  it('takes letters as initials, and a character by any of its readings', () => {
    const index = indexOf([entry(judge('a', '《党章》（总则）规定，党员大会很重要。', true))]);
    expect(['dzz', 'DZZZ', 'dydh', 'dydk', 'cy', 'zy', 'd'].map((text) => find(index, { text }).length)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(find(index, { text: 'dzd' })).toEqual([]);
  });

  it('follows blocks that are put again, and answers with a window and places', () => {
    const entries = Array.from({ length: 130 }, (_, at) => entry(single(`q${at}`, `示例${at % 2 === 0 ? '偶' : '奇'}数题 ${at}。`)));
    const index = indexOf(entries);
    const even = { ...everything, text: '示例偶' };
    expect(index.find(even, 30, 2)).toEqual({
      total: 65,
      refs: [
        { id: 'q60', blockId: 'b2' },
        { id: 'q62', blockId: 'b2' },
      ],
    });
    expect(index.placeOf(even, 'q60')).toBe(30);
    expect(index.placeOf(even, 'q61')).toBe(-1);
    index.put({ id: 'b2', bankId: 'bank', place: 1, entries: [entry(single('q61', '示例偶然的题'))] });
    expect(index.find(even, 25, 2).refs.map(({ id }) => id)).toEqual(['q61', 'q100']);
    expect(index.refOf('q60')).toBeNull();
    expect(index.refOf('q61')).toEqual({ id: 'q61', blockId: 'b2' });
  });

  it('filters, and counts what is found by every filter', () => {
    const origin = { batchId: 'batch', sheet: null, row: 2, lastRow: 2 };
    const index = indexOf([
      entry(single('a', '题干', { section: '党章', difficulty: 'hard' })),
      entry(single('b', '题干', { basis: '' }), { state: 'withdrawn' }),
      entry(judge('c', '题干', true), { state: 'staged', origin }),
      entry(judge('d', '题干', true), { state: 'staged', origin, matches: 'a' }),
      { ...refusedEntry('e'), origin },
    ]);
    index.setCorrections(new Set(['a']));
    const queries: Partial<BankQuery>[] = [
      { section: '党章' },
      { type: 'judge' },
      { difficulty: 'hard' },
      { state: 'withdrawn' },
      { batch: 'batch' },
      { about: 'new' },
      { about: 'changed' },
      { about: 'refused' },
      { problem: 'any' },
      { problem: 'basis-missing' },
      { correction: true },
      { topic: '会议' },
    ];
    const found = ['a', 'cde', 'a', 'b', 'cde', 'c', 'd', 'e', 'be', 'b', 'a', ''];
    expect(queries.map((query) => find(index, query).join(''))).toEqual(found);
    expect(index.facets({ ...everything, batch: 'batch' })).toEqual({
      total: 3,
      sections: [['党规', 3]],
      topics: [['', 3]],
      types: [['judge', 3]],
      difficulties: [['medium', 2]],
      states: [['staged', 3]],
      abouts: [
        ['new', 1],
        ['changed', 1],
        ['refused', 1],
      ],
      problems: [['answer-not-understood', 1]],
      withProblems: 1,
      withCorrections: 0,
    });
  });
});
