import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeItem } from '@shared/exam/grade.ts';
import { foldWritten, isAccepted } from '@shared/exam/scoring/written.ts';
import type { PaperItem } from '@shared/model/exam.ts';
import { scoringRules, type ScoringRule } from '@shared/model/policy.ts';
import type { Answer, Question } from '@shared/model/question.ts';
import { blank, caseOf, choice, item, judge, options, parts, short, texts } from './questions.ts';

const by = (question: Question, score: number, scoring: ScoringRule): PaperItem => ({ ...item(question, score), scoring });
const scoreOf = (question: Question, score: number, scoring: ScoringRule, answer: Answer | null): number =>
  gradeItem(by(question, score, scoring), answer).score;

const three = choice('q', [0, 1, 3]);

describe('a multiple choice', () => {
  test('half: some of the right options and no wrong one give half', () => {
    expect(scoreOf(three, 3, 'half', options(0))).toBe(1.5);
    expect(scoreOf(three, 3, 'half', options(0, 3))).toBe(1.5);
    expect(scoreOf(three, 0.05, 'half', options(0))).toBe(0.03);
    expect(scoreOf(three, 3, 'half', options(0, 1, 3))).toBe(3);
    for (const answer of [options(0, 2), options(0, 1, 2, 3), options(), null]) expect(scoreOf(three, 3, 'half', answer)).toBe(0);
  });

  test('perOption: each right option its share, a wrong one takes everything', () => {
    expect(scoreOf(three, 3, 'perOption', options(1))).toBe(1);
    expect(scoreOf(three, 2, 'perOption', options(1, 3))).toBe(1.33);
    expect(scoreOf(three, 2, 'perOption', options(1, 3, 1))).toBe(1.33);
    expect(scoreOf(three, 2, 'perOption', options(0, 1, 2))).toBe(0);
  });

  test('all: nothing for a part', () => expect(scoreOf(three, 3, 'all', options(0, 1))).toBe(0));
});

test('a rule that is not made for the type means all or nothing', () => {
  expect(scoreOf(choice('q', [1]), 2, 'half', options(0))).toBe(0);
  expect(scoreOf(judge('q', true), 2, 'perOption', { kind: 'judge', value: false })).toBe(0);
  expect(scoreOf(three, 3, 'perBlank', options(0))).toBe(0);
  const two = blank('q', [['甲'], ['乙']]);
  expect(scoreOf(two, 2, 'perBlank', texts('甲', ''))).toBe(1);
  for (const rule of ['all', 'half', 'perOption'] as const) {
    expect(scoreOf(two, 2, rule, texts('甲', ''))).toBe(0);
    expect(scoreOf(two, 2, rule, texts('甲', '乙'))).toBe(2);
  }
});

test('the rule of a case is that of its parts for which it is made', () => {
  const mixed = caseOf('c', [three, blank('c/2', [['甲'], ['乙']])]);
  expect(scoreOf(mixed, 8, 'half', parts(options(0), texts('甲', '')))).toBe(2 + 2);
  expect(scoreOf(mixed, 8, 'all', parts(options(0), texts('甲', '')))).toBe(0);
});

const rules = fc.constantFrom(...scoringRules);
const hundredths = fc.integer({ min: 1, max: 2_000 });
const anyOptions = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });
const anyAnswer: fc.Arbitrary<Answer | null> = fc.oneof(
  fc.constant(null),
  anyOptions.map((chosen) => ({ kind: 'options' as const, chosen })),
  fc.boolean().map((value) => ({ kind: 'judge' as const, value })),
  fc.array(fc.constantFrom('甲', '乙', '', '丙'), { maxLength: 4 }).map((written) => ({ kind: 'blanks' as const, texts: written })),
  fc.string().map((text) => ({ kind: 'text' as const, text })),
  fc.array(fc.option(anyOptions.map((chosen) => ({ kind: 'options' as const, chosen }))), { maxLength: 3 }).map((answers) => ({
    kind: 'parts' as const,
    answers,
  })),
);
const anyQuestion = fc.constantFrom<Question>(
  choice('q', [2]),
  three,
  judge('q', false),
  blank('q', [['甲'], ['乙', '丙']]),
  { ...blank('q', [['甲'], ['乙', '丙'], ['丙']]), unordered: true },
  short('q'),
  caseOf('q', [three, judge('q/2', true)], [1, 2]),
);

test('law: every answer to every question has a score from 0 to full, in whole hundredths; the full one is for right ones alone', () => {
  fc.assert(
    fc.property(anyQuestion, rules, hundredths, anyAnswer, (question, rule, full, answer) => {
      const { score, correct } = gradeItem(by(question, full / 100, rule), answer);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(full / 100);
      expect(Math.abs(score * 100 - Math.round(score * 100))).toBeLessThan(1e-9);
      expect(score === full / 100).toBe(correct === true);
    }),
    { numRuns: 1_000 },
  );
});

test('law: the order in which options were chosen, and choosing one twice, change nothing', () => {
  fc.assert(
    fc.property(rules, hundredths, anyOptions, (rule, full, chosen) => {
      const score = scoreOf(three, full / 100, rule, options(...chosen));
      expect(scoreOf(three, full / 100, rule, options(...chosen.toReversed(), ...chosen))).toBe(score);
    }),
  );
});

test('law: another right option or blank never lowers a score, a wrong option never raises it', () => {
  fc.assert(
    fc.property(rules, hundredths, anyOptions, fc.constantFrom(0, 1, 3), (rule, full, chosen, right) => {
      const wrong = chosen.some((option) => !three.answer.includes(option));
      const score = scoreOf(three, full / 100, rule, options(...chosen));
      const more = scoreOf(three, full / 100, rule, options(...chosen, right));
      if (!wrong) expect(more).toBeGreaterThanOrEqual(score);
      expect(scoreOf(three, full / 100, rule, options(...chosen, 2))).toBeLessThanOrEqual(score);
    }),
  );
  const two = blank('q', [['甲'], ['乙'], ['丙']]);
  fc.assert(
    fc.property(
      rules,
      hundredths,
      fc.array(fc.constantFrom<string>('甲', '乙', '丙', 'x'), { minLength: 3, maxLength: 3 }),
      fc.nat({ max: 2 }),
      (rule, full, written, place) => {
        const better = written.with(place, two.answer[place]![0]!);
        expect(scoreOf(two, full / 100, rule, texts(...better))).toBeGreaterThanOrEqual(scoreOf(two, full / 100, rule, texts(...written)));
      },
    ),
  );
});

describe('what was written', () => {
  test('is folded in width, case, spaces, punctuation and the zero among Chinese digits', () => {
    expect(isAccepted(' “四个 意识”。', ['四个意识'])).toBe(true);
    expect(isAccepted('Ａbc', ['aBC'])).toBe(true);
    for (const written of ['二〇二六年', '二○二六年', '二O二六年', '二0二六年', '二零二六年', '二Ｏ二六年']) {
      expect(isAccepted(written, ['二〇二六年'])).toBe(true);
    }
    expect(isAccepted('一百零五', ['一百〇五'])).toBe(true);
  });

  test('is not folded where it is another figure', () => {
    expect(isAccepted('15', ['1.5'])).toBe(false);
    expect(isAccepted('5', ['-5'])).toBe(false);
    expect(isAccepted('0', ['〇'])).toBe(false);
    expect(isAccepted('二〇5', ['二0.5'])).toBe(false);
    expect(isAccepted('', [''])).toBe(false);
    expect(isAccepted('。', ['甲'])).toBe(false);
  });

  test('law: folding twice changes nothing, and what is wanted is accepted', () => {
    const characters = fc.constantFrom('二', '〇', '○', 'O', '0', '零', '年', ' ', '。', 'Ａ', '1', '.', '5', '-', '/');
    const text = fc.array(characters, { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (written) => {
        expect(foldWritten(foldWritten(written))).toBe(foldWritten(written));
        if (written.trim() !== '') expect(isAccepted(written, [written])).toBe(true);
      }),
    );
  });
});
