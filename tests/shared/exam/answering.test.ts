import { describe, expect, it } from 'vitest';
import { isAnswered, isBegun, lettersOf, pickOption, writeBlank } from '@shared/exam/answering.ts';
import { answerOfPart, answerPart } from '@shared/exam/case.ts';
import { gradeAttempt } from '@shared/exam/grade.ts';
import { selfMark } from '@shared/exam/self-mark.ts';
import { caseOf, choice, item, judge, options, paper, parts, short } from './questions.ts';

describe('answering', () => {
  it('replaces a single choice and toggles a multiple one', () => {
    const single = choice('s', [1]);
    const multiple = choice('m', [0, 1]);
    expect(pickOption(single, options(0), 3)).toEqual(options(3));
    expect(pickOption(multiple, options(2), 0)).toEqual(options(0, 2));
    expect(pickOption(multiple, options(0, 2), 2)).toEqual(options(0));
    expect(pickOption(multiple, options(2), 2)).toBeNull();
  });

  it('keeps the other blanks when one is written', () => {
    const first = writeBlank(null, { blank: 1, blanks: 3, text: '乙' });
    expect(writeBlank(first, { blank: 0, blanks: 3, text: '甲' })).toEqual({ kind: 'blanks', texts: ['甲', '乙', ''] });
  });

  it.each([
    [null, false],
    [options(), false],
    [options(0), true],
    [{ kind: 'judge', value: false } as const, true],
    [{ kind: 'blanks', texts: ['', ' '] } as const, false],
    [{ kind: 'blanks', texts: ['', '乙'] } as const, true],
    [{ kind: 'text', text: '\n ' } as const, false],
    [{ kind: 'text', text: '答' } as const, true],
    [parts(options(0), null), false],
    [parts(options(0), options()), false],
    [parts(), false],
    [parts(options(0), options(1)), true],
  ])('%j counts as answered: %s', (answer, answered) => {
    expect(isAnswered(answer)).toBe(answered);
  });

  it('names options by the letters of the paper, in its order', () => {
    expect(lettersOf({ optionOrder: [2, 0, 1, 3] }, [0, 2])).toEqual(['A', 'B']);
  });
});

describe('answering a case', () => {
  it('keeps the other parts when one is answered, and forgets an answer without any', () => {
    const second = answerPart(null, { place: 1, parts: 2, given: options(1) });
    expect(second).toEqual(parts(null, options(1)));
    expect(answerPart(second, { place: 0, parts: 2, given: options(0) })).toEqual(parts(options(0), options(1)));
    expect(answerPart(second, { place: 1, parts: 2, given: null })).toBeNull();
    expect(answerOfPart(second, 1)).toEqual(options(1));
  });

  it('is begun with the first answered part', () => {
    expect([null, parts(null, null), parts(null, options(1)), options(1)].map(isBegun)).toEqual([false, false, true, true]);
  });
});

describe('marking a short answer oneself', () => {
  const asked = paper(item(judge('j', true), 4), item(short('k'), 6));
  const graded = gradeAttempt(asked, new Map([['j', { kind: 'judge', value: true }]]), 80);

  it('counts it from then on, and again when it is marked again', () => {
    const low = selfMark(graded, { questionId: 'k', score: 2 }, 80);
    expect(low).toMatchObject({ score: 6, full: 10, unmarked: 0, percent: 60, passed: false });
    expect(selfMark(low, { questionId: 'k', score: 4.5 }, 80)).toMatchObject({ score: 8.5, unmarked: 0, percent: 85, passed: true });
    expect(selfMark(low, { questionId: 'k', score: 6 }, 80).items[1]).toMatchObject({ score: 6, correct: true });
  });

  it('keeps the mark inside 0…full and leaves other items alone', () => {
    expect(selfMark(graded, { questionId: 'k', score: 99 }, 80).score).toBe(10);
    expect(selfMark(graded, { questionId: 'k', score: -1 }, 80).score).toBe(4);
    expect(selfMark(graded, { questionId: 'j', score: 0 }, 80)).toEqual(graded);
  });
});

describe('marking a short part of a case oneself', () => {
  const asked = paper(item(caseOf('c', [judge('c/1', true), short('c/2'), short('c/3')], [1, 2, 1]), 10));
  const graded = gradeAttempt(asked, new Map([['c', parts({ kind: 'judge', value: true }, null, null)]]), 80);

  it('counts each part once it is marked; the case waits until all are', () => {
    expect(graded).toMatchObject({ score: 2.5, full: 10, unmarked: 7.5, percent: 100 });
    const first = selfMark(graded, { questionId: 'c/2', score: 4 }, 80);
    expect(first).toMatchObject({ score: 6.5, unmarked: 2.5, percent: 86.66, items: [{ correct: null, score: 6.5 }] });
    const both = selfMark(first, { questionId: 'c/3', score: 2.5 }, 80);
    expect(both).toMatchObject({ score: 9, unmarked: 0, percent: 90, passed: true, items: [{ correct: false }] });
    expect(selfMark(both, { questionId: 'c/2', score: 5 }, 80)).toMatchObject({ score: 10, items: [{ correct: true, score: 10 }] });
  });

  it('leaves the parts that the program marks alone', () => {
    expect(selfMark(graded, { questionId: 'c/1', score: 0 }, 80)).toEqual(graded);
    expect(selfMark(graded, { questionId: 'c', score: 0 }, 80)).toEqual(graded);
  });
});
