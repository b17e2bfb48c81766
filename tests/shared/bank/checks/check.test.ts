import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BankCheck, publishable } from '@shared/bank/checks/check.ts';
import { decisionId } from '@shared/bank/checks/decisions.ts';
import type { CheckProblem, CheckReport } from '@shared/bank/checks/report.ts';
import type { BankDecision, BankEntry } from '@shared/model/bank.ts';
import { manyEntries } from '../../../support/many-questions.ts';
import { entry, judge, refusedEntry, single } from '../work/entries.ts';

const ref = (id: string) => ({ id, blockId: 'block' });
const placed = (one: BankEntry) => ({ ref: ref(one.id), entry: one });

function check(entries: readonly BankEntry[], decisions: readonly BankDecision[] = []): CheckReport {
  const bank = new BankCheck('bank', decisions);
  for (const one of entries) bank.add([placed(one)]);
  const steps = bank.finish();
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

type OfKind<K> = Extract<CheckProblem, { readonly kind: K }>;
const ofKind = <K extends CheckProblem['kind']>(entries: readonly BankEntry[], kind: K): OfKind<K>[] =>
  check(entries).problems.filter((problem): problem is OfKind<K> => problem.kind === kind);

const decision = (kind: BankDecision['kind'], one: string, other: string): BankDecision => ({
  id: decisionId('bank', kind, one, other),
  bankId: 'bank',
  kind,
  reason: '两题都对',
  at: 1,
});

describe('contradictions', () => {
  const one = entry(single('a', '介绍人要有几名（  ）。', { answer: [1] }));
  const other = entry(single('b', '介绍人要有几名？', { options: ['乙', '甲', '丁'], answer: [1] }));

  it('keep a bank from being published until they are decided', () => {
    expect(check([one, other])).toMatchObject({
      blocking: 1,
      problems: [{ kind: 'contradiction', pair: [ref('a'), ref('b')], blocks: true }],
    });
    const decided = decision('not-contradiction', 'b', 'a');
    expect(check([one, other], [decided])).toMatchObject({ blocking: 0, problems: [{ kind: 'contradiction', decided, blocks: false }] });
    expect(publishable('bank', [placed(one), placed(other)], []).map(({ kind }) => kind)).toEqual(['contradiction']);
    expect(publishable('bank', [placed(one), placed(other)], [decided])).toEqual([]);
  });

  it('do not hinder while one of the two only waits or was withdrawn', () => {
    expect(check([one, { ...other, state: 'staged' }])).toMatchObject({ blocking: 0, problems: [{ kind: 'contradiction' }] });
    expect(check([one, { ...other, state: 'withdrawn' }]).problems).toEqual([]);
    expect(check([one, { ...other, state: 'staged', matches: 'a' }]).problems).toEqual([]);
  });

  it('are found between judgements, and inside cases on the same text', () => {
    expect(ofKind([entry(judge('a', '说法。', true)), entry(judge('b', '说法', false))], 'contradiction')).toHaveLength(1);
    const caseOf = (id: string, answer: boolean) =>
      entry({ ...judge(id, '材料', true), type: 'case', parts: [judge(`${id}/1`, '说法。', answer)], weights: [1] } as never);
    expect(ofKind([caseOf('a', true), caseOf('b', false)], 'contradiction')).toHaveLength(1);
    expect(ofKind([caseOf('a', true), entry(judge('b', '说法', false))], 'contradiction')).toEqual([]);
  });
});

describe('near-duplicates', () => {
  it('finds the planted ones among 10,000, and nothing else', () => {
    const bank = manyEntries(10_000, 5);
    const [first, , , third] = [bank[17]!, bank[18]!, bank[19]!, bank[203]!];
    const reworded = { ...first.question!, stem: first.question!.stem.replace('，', '，其中') };
    const exact = { ...third, id: 'twin', question: { ...third.question!, id: 'twin' } };
    const planted = [...bank.slice(0, 6_000), { ...first, id: 'near', question: { ...reworded, id: 'near' } }, exact, ...bank.slice(6_000)];
    const found = ofKind(planted, 'duplicate').map(({ pair }) => pair.map(({ id }) => id).toSorted());
    expect(found.toSorted()).toEqual(
      [
        ['near', 'q-17'],
        ['q-203', 'twin'],
      ].toSorted(),
    );
  });

  it('finds the same whatever order the entries come in', () => {
    const stems = [
      '支部委员会会议一般每月召开一次以上',
      '支部委员会会议一般每月要召开一次以上',
      '支部委员会会议一般每季召开一次',
      '党课应当每季度上一次，由书记讲授',
    ];
    const entries = stems.flatMap((stem, at) => [entry(judge(`a${at}`, stem, true)), entry(judge(`b${at}`, `${stem}。`, at !== 2))]);
    const report = check(entries);
    expect(report.problems.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(check(shuffled)).toEqual(report);
      }),
      { numRuns: 20 },
    );
  });

  it('lists what differs in a figure or a negation as similar, with the difference', () => {
    const entries = [
      entry(judge('a', '党支部党员大会是每三个月召开一次。', true)),
      entry(judge('b', '党支部党员大会是每6个月召开一次。', true)),
      entry(judge('c', '党支部党员大会不是每三个月召开一次。', false)),
    ];
    expect(ofKind(entries, 'duplicate')).toEqual([]);
    const found = ofKind(entries, 'similar').map(({ pair, differences }) => [pair.map(({ id }) => id).join(), differences]);
    expect(found).toEqual([
      [
        'b,c',
        [
          ['', '不'],
          ['6', '三'],
        ],
      ],
      ['a,b', [['三', '6']]],
    ]);
  });
});

describe('what one question alone shows', () => {
  const codes = (one: BankEntry): string[] => ofKind([one], 'finding').map(({ finding, blocks }) => `${finding.code}${blocks ? '!' : ''}`);

  it.each([
    ['options-identical!', entry(single('a', '题干', { options: ['甲', '甲'], answer: [0] }))],
    ['single-with-several!', entry(single('a', '题干', { answer: [0, 1] }))],
    ['answer-beyond-options!', entry(single('a', '题干', { answer: [7] }))],
    ['answer-missing!', entry({ ...judge('a', '题干____', true), type: 'blank', answer: [] } as never)],
    ['basis-missing', entry(single('a', '题干', { basis: '' }))],
    ['section-missing!', entry(single('a', '题干', { section: '' }))],
    ['section-missing', entry(single('a', '题干', { section: '' }), { state: 'staged' })],
    ['difficulty-unknown', entry(single('a'), { findings: [{ severity: 'error', code: 'difficulty-unknown', message: '难度' }] })],
  ])('%s', (code, one) => {
    expect(codes(one)).toEqual([code]);
  });

  it('a sound question shows nothing, a refused row is none of the bank yet', () => {
    expect(check([entry(single('a')), refusedEntry('b')])).toEqual({ checked: 1, problems: [], blocking: 0, left: 0, complete: true });
  });

  it('an id that two questions have', () => {
    const twins = [entry(single('a')), entry(single('a', '完全不同的另一道题（  ）。'))];
    expect(ofKind(twins, 'finding')).toMatchObject([{ finding: { code: 'id-repeated' }, blocks: true }]);
  });
});

describe('superseded documents', () => {
  const named = (stem: string, basis = '《示例办法》'): string[] =>
    ofKind([entry({ ...judge('a', stem, true), basis })], 'document').map(
      ({ document, year }) => `${document.title} ${year} → ${document.byYear}`,
    );

  it.each([
    ['《中国共产党纪律处分条例》（2018年）规定了六项纪律。', '中国共产党纪律处分条例 2018 → 2023'],
    ['2015年印发的《中国共产党纪律处分条例》规定了六项纪律。', '中国共产党纪律处分条例 2015 → 2023'],
    ['《中国共产党发展党员工作细则（试行）》规定了程序。', '中国共产党发展党员工作细则（试行） null → 2014'],
    ['《中国共产党党内监督条例(试行)》有规定。', '中国共产党党内监督条例（试行） null → 2016'],
  ])('%s', (stem, expected) => {
    expect(named(stem)).toEqual([expected]);
  });

  it('names the basis too', () => {
    expect(named('说法。', '《中国共产党章程》（2017年修改）第六条')).toEqual(['中国共产党章程 2017 → 2022']);
  });

  it.each([
    '《中国共产党纪律处分条例》规定了六项纪律。',
    '《中国共产党纪律处分条例》（2023年修订）规定了六项纪律。',
    '《中国共产党发展党员工作细则》规定了程序。',
    '2018年，某支部学习了党课。随后讨论《中国共产党纪律处分条例》。',
  ])('leaves alone: %s', (stem) => {
    expect(named(stem)).toEqual([]);
  });
});
