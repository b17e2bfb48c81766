import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difficulties, questionTypes, type QuestionType } from '@shared/model/question.ts';
import { packIndex, UnpackedIndex } from '@shared/packages/packed-index.ts';
import { Catalogue, type KeyedIndex } from '@shared/study/catalogue.ts';
import { everywhere, type Scope } from '@shared/study/sets.ts';

interface Row {
  readonly id: string;
  readonly section: string;
  readonly topic: string;
  readonly type: QuestionType;
}

const revisionOf = (id: string): string => id.padStart(16, '0');

const blockOf = (key: string, section: string, rows: readonly Row[]): KeyedIndex => ({
  key,
  index: new UnpackedIndex(
    packIndex({
      section,
      ids: rows.map(({ id }) => id),
      types: rows.map(({ type }) => type),
      topics: rows.map(({ topic }) => topic),
      difficulties: rows.map(() => difficulties[1]),
      revisions: rows.map(({ id }) => revisionOf(id)),
    }),
  ),
});

const row = (id: string, topic = '', type: QuestionType = 'single'): Row => ({ id, section: '', topic, type });
const catalogue = new Catalogue([
  blockOf('one/1', '党章', [row('a', '总纲'), row('b', '党员', 'judge'), row('c', '总纲', 'judge')]),
  blockOf('one/2', '党史', [row('d'), row('e', '会议')]),
  blockOf('one/3', '党章', [row('f', '党员')]),
]);
const idsOf = (numbers: Uint32Array): (string | undefined)[] => Array.from(numbers, (number) => catalogue.refAt(number)?.id);

describe('a scope', () => {
  it.each<[Scope, string]>([
    [everywhere, 'abcdef'],
    [{ section: '党章' }, 'abcf'],
    [{ section: '党章', topic: '总纲' }, 'ac'],
    [{ section: '党章', topic: '总纲', type: 'judge' }, 'c'],
    [{ topic: '' }, 'd'],
    [{ type: 'judge' }, 'bc'],
    [{ section: '没有' }, ''],
  ])('%o takes %s in published order', (scope, ids) => {
    expect(idsOf(catalogue.numbersOf(scope)).join('')).toBe(ids);
  });

  it('limits questions that are named, and keeps their order', () => {
    expect(idsOf(catalogue.numbersOfIds(['f', 'gone', 'd', 'a', 'f'], everywhere))).toEqual(['f', 'd', 'a']);
    expect(idsOf(catalogue.numbersOfIds(['f', 'd', 'a'], { section: '党章' }))).toEqual(['f', 'a']);
  });
});

it('describes a question by its number, and knows its place in a set', () => {
  expect(catalogue.refAt(3)).toEqual({ id: 'd', section: '党史', revision: revisionOf('d'), key: 'one/2', position: 0 });
  expect(catalogue.refAt(6)).toBeUndefined();
  const refs = catalogue.refs(Uint32Array.from([5, 0]));
  expect([refs.length, refs.at(0)?.id, refs.at(1)?.id, refs.at(2), refs.at(-1), refs.indexOf('a'), refs.indexOf('b')]).toEqual([
    2,
    'f',
    'a',
    undefined,
    undefined,
    1,
    -1,
  ]);
});

it('takes as unseen what was not answered in its present form', () => {
  const answered = new Map([
    ['a', revisionOf('a')],
    ['b', 'older'],
    ['gone', 'x'],
  ]);
  expect(idsOf(catalogue.unseen({ section: '党章' }, answered))).toEqual(['b', 'c', 'f']);
  expect(catalogue.firstUnseen({ section: '党章' }, answered)).toBe(1);
  expect(catalogue.firstUnseen({ section: '没有' }, answered)).toBeNull();
});

it('finds questions by block and position, and leaves out blocks that are gone', () => {
  const positions = Uint32Array.from([1]);
  const groups = [
    { key: 'one/2', positions },
    { key: 'gone/1', positions },
    { key: 'one/1', positions: Uint32Array.from([0, 2]) },
  ];
  expect(idsOf(catalogue.numbersAt(groups))).toEqual(['e', 'a', 'c']);
});

it('counts a question that two banks hold once', () => {
  const twice = new Catalogue([blockOf('one/1', '党章', [row('a'), row('b')]), blockOf('two/1', '党章', [row('b'), row('z')])]);
  expect(Array.from(twice.numbersOf(everywhere), (number) => twice.refAt(number)?.id)).toEqual(['a', 'b', 'z']);
  expect([...twice.numbersOfIds(['b'], everywhere)]).toEqual([1]);
});

it('law: a scope takes exactly the rows that a filter over all of them takes', () => {
  const label = fc.constantFrom('甲', '乙', '');
  const rows = fc.array(fc.record({ section: fc.constantFrom('一', '二'), topic: label, type: fc.constantFrom(...questionTypes) }), {
    maxLength: 40,
  });
  const scopes = fc.record(
    { section: fc.constantFrom('一', '二', '三'), topic: label, type: fc.constantFrom(...questionTypes) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(rows, scopes, (plain, scope) => {
      const all = plain.map((one, number) => ({ ...one, id: `q${number}` }));
      const blocks = all.map((one) => blockOf(`bank/${one.id}`, one.section, [one]));
      const own = new Catalogue(blocks);
      const expected = all.filter(
        (one) =>
          (scope.section === undefined || one.section === scope.section) &&
          (scope.topic === undefined || one.topic === scope.topic) &&
          (scope.type === undefined || one.type === scope.type),
      );
      expect(Array.from(own.numbersOf(scope), (number) => own.refAt(number)?.id)).toEqual(expected.map(({ id }) => id));
      expect(own.unseen(scope, new Map()).length).toBe(expected.length);
    }),
  );
});
