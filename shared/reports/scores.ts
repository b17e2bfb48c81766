import { compare } from '../compare.ts';
import type { Attempt, AttemptResult } from '../model/exam.ts';
import { questionTypes, type QuestionType } from '../model/question.ts';
import type { Cell, Report, ReportColumn } from '../model/report.ts';
import type { Person } from '../model/roster.ts';
import { clip, hundredthsOf, line } from './format.ts';

export interface ScoreReportInput {
  /** Mock tests, or quarterly exams as far as their results are released to the branch. */
  readonly kind: Attempt['kind'];
  /** Stands in the title: 示例县供电局. */
  readonly unitName: string;
  readonly people: readonly (Person & { readonly unitName: string })[];
  readonly attempts: readonly Attempt[];
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  /** The day of an instant (ms since 1970) in the time zone of this computer, 'YYYY-MM-DD'. */
  readonly dayOf: (instant: number) => string;
}

interface Sitting {
  readonly attempt: Attempt;
  readonly result: AttemptResult;
  readonly person: ScoreReportInput['people'][number] | null;
  /** Counts the sittings of one person from 1, in the order of time. */
  readonly number: number;
}

interface RowOptions {
  readonly types: readonly QuestionType[];
  /** True when every sitting was measured by the same pass line; then it stands above the table. */
  readonly oneLine: boolean;
  readonly dayOf: ScoreReportInput['dayOf'];
}

const typeWords = { single: '单选', multiple: '多选', judge: '判断', blank: '填空', short: '简答', case: '案例' } as const satisfies Record<
  QuestionType,
  string
>;

const kindWords = {
  mock: { title: '党务知识模拟自测成绩汇总表', note: '说明：本表只含本机的模拟自测，不作为每季一考成绩；各题型栏与总分为得分。' },
  exam: {
    title: '党务知识每季一考成绩汇总表（本机）',
    note: '说明：本表只含在本机作答、局里已公布的成绩；正式成绩以局里汇总为准。各题型栏与总分为得分。',
  },
} as const satisfies Record<Attempt['kind'], unknown>;

/** 成绩汇总表（个人） of the tests or exams on this computer: one row a sitting that was handed in, by person and time. */
export function scoreReport(input: ScoreReportInput): Report {
  const sittings = sittingsOf(input);
  const types = questionTypes.filter((type) => sittings.some(({ result }) => result.items.some((item) => item.type === type)));
  const lines = [...new Set(sittings.map(({ attempt }) => attempt.passLine))];
  const options = { types, oneLine: lines.length <= 1, dayOf: input.dayOf };
  const words = kindWords[input.kind];
  const title = clip(input.unitName + words.title, 100);
  return {
    title,
    head: [line(`填表日期：${input.today}`, ...counts(sittings), ...(lines.length === 1 ? [`合格线：${lines[0]}%`] : []))],
    columns: columns(types),
    rows: sittings.map((sitting, index) => [index + 1, ...row(sitting, options)]),
    total: null,
    foot: [words.note, line('填表人：　　　　　　', '审核人：　　　　　　', '单位（盖章）　　　　　　', '　　　年　　月　　日')],
    orientation: 'landscape',
    fileName: `${title}-${input.today}`,
  };
}

/** Handed-in sittings in the order of the people; those of people who are not in the list come last. */
function sittingsOf({ kind, people, attempts }: ScoreReportInput): Sitting[] {
  const place = new Map(people.map((person, index) => [person.id, index]));
  const placeOf = (attempt: Attempt): number => place.get(attempt.personId) ?? people.length;
  const handedIn = attempts.filter((attempt) => attempt.kind === kind && attempt.state === 'handedIn' && attempt.result !== null);
  const sorted = handedIn.toSorted((a, b) => placeOf(a) - placeOf(b) || compare(a.personId, b.personId) || endOf(a) - endOf(b));
  const seen = new Map<string, number>();
  return sorted.flatMap((attempt) => {
    const number = (seen.get(attempt.personId) ?? 0) + 1;
    seen.set(attempt.personId, number);
    return attempt.result ? [{ attempt, result: attempt.result, person: people[placeOf(attempt)] ?? null, number }] : [];
  });
}

function counts(sittings: readonly Sitting[]): string[] {
  const passed = sittings.filter(({ result }) => result.passed).length;
  const people = new Set(sittings.map(({ attempt }) => attempt.personId)).size;
  const rate = sittings.length === 0 ? [] : [`合格率：${(hundredthsOf((100 * passed) / sittings.length) / 100).toFixed(2)}%`];
  return [`参加人数：${people}`, `作答场次：${sittings.length}`, `合格场次：${passed}`, ...rate];
}

function columns(types: readonly QuestionType[]): ReportColumn[] {
  const text = (title: string, width: number): ReportColumn => ({ title, width, kind: 'text' });
  const number = (title: string, width: number): ReportColumn => ({ title, width, kind: 'number' });
  return [
    number('序号', 2),
    text('单位', 6),
    text('支部', 5.5),
    text('姓名', 4),
    text('工号', 4.5),
    text('专/兼职', 3),
    text('职务', 4),
    text('场次', 3.2),
    { title: '交卷日期', width: 5, kind: 'date' },
    ...types.map((type) => number(typeWords[type], 2.2)),
    number('总分', 2.6),
    number('满分', 2.6),
    text('是否合格', 3),
    text('作答方式', 3),
    text('备注', 6),
  ];
}

function row(sitting: Sitting, { types, oneLine, dayOf }: RowOptions): Cell[] {
  const { attempt, result, person } = sitting;
  return [
    person?.unitName ?? '',
    person?.branch ?? '',
    person?.name ?? '',
    person?.staffNumber ?? '',
    person ? (person.duty === 'fullTime' ? '专职' : '兼职') : '',
    person?.position ?? '',
    attempt.exam?.quarter ?? `第${sitting.number}场`,
    dayOf(endOf(attempt)),
    ...types.map((type) => typeScore(result, type)),
    result.score,
    result.full,
    verdict(result),
    '机',
    remarks(sitting, oneLine).join('；'),
  ];
}

/** What one type of question brought; null where the paper had none of it. */
function typeScore(result: AttemptResult, type: QuestionType): number | null {
  const items = result.items.filter((item) => item.type === type);
  return items.length === 0 ? null : items.reduce((sum, item) => sum + item.score, 0);
}

function verdict(result: AttemptResult): string {
  if (result.passed) return '是';
  return result.unmarked > 0 ? '待评' : '否';
}

function remarks({ attempt, result, person }: Sitting, oneLine: boolean): string[] {
  return [
    ...(person ? [] : ['名册中无此人']),
    ...(oneLine ? [] : [`合格线${attempt.passLine}%`]),
    ...(result.unmarked > 0 ? [`另有${result.unmarked}分待人工评分`] : []),
    ...(attempt.endedBy === 'time' ? ['到时自动交卷'] : []),
  ];
}

const endOf = (attempt: Attempt): number => attempt.handedInAt ?? attempt.startedAt;
