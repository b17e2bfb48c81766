import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { searchForm, wordsOf } from '@shared/bank/search/text.ts';
import type { Question } from '@shared/model/question.ts';
import { ContentIndex } from '@shared/study/search/content-index.ts';
import { hitsIn } from '@shared/study/search/hits.ts';
import { otherHit, searchedText } from '@shared/study/search/texts.ts';
import { manyQuestions } from '../../../support/many-questions.ts';

const common = { section: '示例板块', topic: '会议', explanation: '解析里的字', basis: '《示例办法》第３条', difficulty: 'easy' } as const;
const single: Question = {
  ...common,
  id: 'S-1',
  type: 'single',
  stem: '关于**例会**的说法',
  options: ['每周一次', '每月ＡＢ次'],
  answer: [0],
  shuffle: true,
};
const judge: Question = { ...common, id: 'J-1', type: 'judge', stem: '例会每月召开', answer: true, explanation: '', section: '另一板块' };

/** An index of these questions, so many a block. */
function indexOf(questions: readonly Question[], size: number): ContentIndex {
  const index = new ContentIndex();
  const keys: string[] = [];
  for (let start = 0; start < questions.length; start += size) {
    const key = `bank/${start}`;
    index.put(key, questions.slice(start, start + size));
    keys.push(key);
  }
  index.arrange(keys);
  return index;
}

const positionsIn = (index: ContentIndex, text: string): number[] =>
  index.all({ text }).flatMap(({ key, positions }) => Array.from(positions, (position) => Number(key.slice(5)) + position));

describe('a search', () => {
  const index = indexOf([single, judge], 1);
  it.each([
    ['例会', 2],
    ['关于例会', 1],
    ['每周 例会', 1],
    ['ab次', 1],
    ['解析里', 1],
    ['第3条', 2],
    ['s-1', 1],
    ['正确', 0],
    ['次每月', 0],
  ])('finds %s in stems, options, explanation and basis: %i', (text, count) => {
    expect(index.find({ text }, 0, 10).total).toBe(count);
  });

  it('says of each what a list shows, and why it was found where the stem does not say it', () => {
    expect(index.find({ text: '每周' }, 0, 10).rows).toEqual([
      { key: 'bank/0', position: 0, type: 'single', section: '示例板块', stem: '关于例会的说法', other: '每周一次' },
    ]);
    expect(index.find({ text: '例会' }, 0, 10).rows.map(({ other }) => other)).toEqual(['', '']);
  });

  it('is limited by section, topic and type, and counts by section and type what the words find', () => {
    expect(index.find({ text: '例会', section: '另一板块' }, 0, 10).total).toBe(1);
    expect(index.find({ text: '例会', type: 'single' }, 0, 10).total).toBe(1);
    expect(index.find({ text: '例会', topic: '没有' }, 0, 10).total).toBe(0);
    expect(index.facets('例会')).toEqual({
      sections: [
        ['示例板块', 1],
        ['另一板块', 1],
      ],
      types: [
        ['single', 1],
        ['judge', 1],
      ],
    });
  });

  it('forgets blocks that are no longer installed, and keeps the order of those that are', () => {
    const own = indexOf([single, judge], 1);
    own.put('bank/2', [{ ...judge, stem: '新的例会' }]);
    own.arrange(['bank/2', 'bank/0']);
    expect(own.find({ text: '例会' }, 0, 10).rows.map(({ stem }) => stem)).toEqual(['新的例会', '关于例会的说法']);
    expect(own.keys).toEqual(['bank/0', 'bank/2']);
  });
});

test('law: it finds exactly what reading every text finds', () => {
  const questions = manyQuestions(6_000);
  const texts = questions.map(searchedText);
  const index = indexOf(questions, 500);
  const stretch = fc.tuple(fc.nat(questions.length - 1), fc.nat(40), fc.integer({ min: 1, max: 6 }));
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 2 }), (places) => {
      const query = places.map(([number, from, length]) => texts[number]!.slice(from, from + length)).join(' ');
      const words = wordsOf(query);
      const expected = texts.flatMap((text, place) => (words.every((word) => text.includes(word)) ? [place] : []));
      expect(positionsIn(index, query)).toEqual(expected);
      expect(index.find({ text: query }, 0, 0).total).toBe(expected.length);
    }),
    { numRuns: 60 },
  );
});

test('an excerpt holds the word, in at most sixty characters', () => {
  const text = ['题干', `${'前'.repeat(40)}要找的${'后'.repeat(90)}`].join('\u0001');
  const excerpt = otherHit(text, ['要找的']);
  expect(excerpt).toContain('要找的');
  expect(excerpt.startsWith('…前')).toBe(true);
  expect(excerpt.length).toBe(62);
});

describe('hits', () => {
  it('are told apart whatever their width and case', () => {
    expect(hitsIn('示例ＡＢ会，第3条', 'ab 第３')).toEqual([
      { text: '示例', hit: false },
      { text: 'ＡＢ', hit: true },
      { text: '会，', hit: false },
      { text: '第3', hit: true },
      { text: '条', hit: false },
    ]);
  });

  it('law: joined they are the text, and every hit is part of a word', () => {
    const letters = fc.string({ unit: fc.constantFrom('党', '员', '会', 'Ａ', 'a', '１', ' ', '①'), maxLength: 20 });
    fc.assert(
      fc.property(letters, letters, (text, query) => {
        const stretches = hitsIn(text, query);
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
        const words = wordsOf(query);
        const isFound = words.some((word) => searchForm(text).includes(word));
        expect(stretches.some(({ hit }) => hit)).toBe(isFound);
      }),
    );
  });
});
