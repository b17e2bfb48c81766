import { questionTypes, type QuestionType } from '../../model/question.ts';
import type { Cell, Report, ReportColumn } from '../../model/report.ts';
import type { ExamCounts } from '../../exam/statistics/counts.ts';
import type { PersonResult } from '../../exam/statistics/results.ts';
import { line } from '../format.ts';
import { examTitle, numberColumn, quarterWords, rateWords, signatures, textColumn, type ExamHeading } from './heading.ts';

export interface ExamPeopleInput extends ExamHeading {
  readonly results: readonly PersonResult[];
  readonly counts: ExamCounts;
  readonly makeUps: ReadonlyMap<string, PersonResult>;
}

/** Types that the table always has; a case gets a column of its own where a paper has one. */
const usualTypes: readonly QuestionType[] = ['single', 'multiple', 'judge', 'blank', 'short'];

const typeWords = { single: '单选', multiple: '多选', judge: '判断', blank: '填空', short: '简答', case: '案例' } as const satisfies Record<
  QuestionType,
  string
>;

/** 成绩汇总表（个人）: one row a person of the list, then those who sat without being on it. */
export function examPeopleReport(input: ExamPeopleInput): Report {
  const { exam, results, counts, today } = input;
  const types = questionTypes.filter((type) => usualTypes.includes(type) || results.some((result) => scoreOf(result, type) !== null));
  const title = examTitle(input, '成绩汇总表（个人）');
  return {
    title,
    head: [
      line(`填表日期：${today}`, `应考：${counts.listed}`, `实考：${counts.sat}`, `缺考：${counts.absent}`, `补考：${counts.madeUp}`),
      line(`参考率：${rateWords(counts.attendance)}`, `合格率：${rateWords(counts.passRate)}`, `合格线：满分的${exam.passLine}%`),
    ],
    columns: columns(types, exam.passLine),
    rows: results.map((result, place) => row(place + 1, result, types, input)),
    total: null,
    foot: [...(counts.open > 0 ? [`说明：另有${counts.open}人的成绩尚未确定（待阅卷或待处理）。`] : []), signatures],
    orientation: 'landscape',
    fileName: `${title}-${today}`,
  };
}

function columns(types: readonly QuestionType[], passLine: number): ReportColumn[] {
  return [
    numberColumn('序号', 2),
    textColumn('单位', 6),
    textColumn('支部', 5),
    textColumn('姓名', 3.6),
    textColumn('工号', 4),
    textColumn('专/兼职', 2.6),
    textColumn('职务', 4),
    textColumn('场次', 4),
    textColumn('卷别', 2),
    ...types.map((type) => numberColumn(typeWords[type], 2.2)),
    numberColumn('总分', 2.6),
    textColumn(`是否合格（≥${passLine}）`, 3.6),
    numberColumn('补考成绩', 2.4),
    textColumn('作答方式（机/纸）', 3),
    textColumn('备注', 5.4),
  ];
}

function row(number: number, result: PersonResult, types: readonly QuestionType[], { exam, makeUps }: ExamPeopleInput): Cell[] {
  const { person } = result;
  const makeUp = makeUps.get(person.id) ?? null;
  return [
    number,
    person.unitName,
    person.branch,
    person.name,
    person.staffNumber,
    result.listed ? (person.duty === 'fullTime' ? '专职' : '兼职') : '',
    person.position,
    quarterWords(exam.quarter) + (exam.makeUpOf === null ? '' : '补考'),
    result.variant,
    ...types.map((type) => scoreOf(result, type)),
    result.score,
    verdict(result),
    makeUp?.state === 'scored' ? makeUp.score : null, // what is marked so far would read as the result
    result.way === null ? '' : result.way === 'computer' ? '机' : '纸',
    [...remarks(result), ...makeUpRemarks(makeUp)].join('；'),
  ];
}

/** Null where the paper had none of the type. */
const scoreOf = ({ types }: PersonResult, type: QuestionType): number | null => types.find((each) => each.type === type)?.score ?? null;

function verdict({ state, passed }: PersonResult): string {
  if (state === 'absent') return '缺考';
  if (passed === null) return '待定';
  return passed ? '是' : '否';
}

function makeUpRemarks(makeUp: PersonResult | null): string[] {
  if (makeUp?.state === 'waiting') return ['补考待阅卷'];
  return makeUp?.state === 'undecided' ? ['补考答卷有冲突，待处理'] : [];
}

function remarks(result: PersonResult): string[] {
  return [
    ...(result.listed ? [] : ['应考名单外']),
    ...(result.state === 'undecided' ? ['答卷有冲突，待处理'] : []),
    ...(result.unmarked > 0 ? [`另有${result.unmarked}分待阅`] : []),
    ...(result.finished ? [] : ['未交卷，按已作答部分计分']),
    ...(result.timesAway > 0 ? [`离开考试窗口${result.timesAway}次`] : []),
    ...(result.note === '' ? [] : [result.note]),
  ];
}
