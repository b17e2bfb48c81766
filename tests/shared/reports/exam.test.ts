import { expect, test } from 'vitest';
import type { QuestionStatistics } from '@shared/exam/statistics/questions.ts';
import type { PersonResult } from '@shared/exam/statistics/results.ts';
import { makeUpResults, totalsOf } from '@shared/exam/statistics/statistics.ts';
import type { TopicRate } from '@shared/exam/statistics/topics.ts';
import { yearOfPeople, yearOfUnits } from '@shared/exam/statistics/year.ts';
import type { Report } from '@shared/model/report.ts';
import { examBlindSpotsReport } from '@shared/reports/exam/blind-spots.ts';
import { examMeritReport } from '@shared/reports/exam/merit.ts';
import { examPeopleReport } from '@shared/reports/exam/people.ts';
import { examQuestionsReport } from '@shared/reports/exam/questions.ts';
import { examUnitsReport } from '@shared/reports/exam/units.ts';
import { candidate, examOf } from '../../support/exam-material.ts';

const exam = examOf([]);
const heading = { bureauName: '示例供电局', exam, today: '2026-10-08' };
const titles = ({ columns }: Report): string => columns.map(({ title }) => title).join('│');

const result = (n: number, changes: Partial<PersonResult> = {}): PersonResult => ({
  person: candidate(n),
  listed: true,
  variant: 'A',
  way: 'computer',
  state: 'scored',
  score: 91.5,
  full: 100,
  unmarked: 0,
  percent: 91.5,
  passed: true,
  types: [
    { type: 'single', score: 60 },
    { type: 'short', score: 31.5 },
  ],
  finished: true,
  timesAway: 0,
  awayMs: 0,
  note: '',
  ...changes,
});
const absent = (n: number): PersonResult =>
  result(n, { variant: '', way: null, state: 'absent', score: null, full: 0, percent: null, passed: null, types: [] });
const results = [
  result(0, { timesAway: 2 }),
  absent(1),
  result(2, { way: 'paper', score: 59, percent: 59, passed: false, note: '代填' }),
  result(3, { state: 'waiting', score: 60, percent: 60, unmarked: 30, passed: null, finished: false }),
  result(8, { listed: false, score: 100, percent: 100 }),
];
const makeUps = makeUpResults([{ examId: 'm', quarter: '2026-Q3', results: [result(1, { score: 85, percent: 85 })] }]);
const { all, units } = totalsOf({ examId: 'exam-1', quarter: '2026-Q3', results, topics: [], questions: [], blindSpots: [] }, makeUps);
const people = yearOfPeople([{ examId: 'exam-1', quarter: '2026-Q3', results, makeUps }]);

test('个人: the columns of the office, one row a person, what is uncertain in words', () => {
  const report = examPeopleReport({ ...heading, results, counts: all, makeUps });
  expect(report.title).toBe('示例供电局2026年第三季度党务知识考试成绩汇总表（个人）');
  expect(titles(report)).toBe(
    '序号│单位│支部│姓名│工号│专/兼职│职务│场次│卷别│单选│多选│判断│填空│简答│总分│是否合格（≥80）│补考成绩│作答方式（机/纸）│备注',
  );
  expect(report.head).toEqual([
    '填表日期：2026-10-08　　应考：4　　实考：3　　缺考：1　　补考：1',
    '参考率：75.00%　　合格率：—　　合格线：满分的80%',
  ]);
  expect(report.rows).toEqual([
    [
      1,
      '示例0局',
      '0支部',
      '人员0',
      '0000',
      '专职',
      '党建专责',
      '第三季度',
      'A',
      60,
      null,
      null,
      null,
      31.5,
      91.5,
      '是',
      null,
      '机',
      '离开考试窗口2次',
    ],
    [2, '示例1局', '1支部', '人员1', '0001', '兼职', '党建专责', '第三季度', '', null, null, null, null, null, null, '缺考', 85, '', ''],
    [3, '示例2局', '0支部', '人员2', '0002', '专职', '党建专责', '第三季度', 'A', 60, null, null, null, 31.5, 59, '否', null, '纸', '代填'],
    [
      4,
      '示例0局',
      '1支部',
      '人员3',
      '0003',
      '兼职',
      '党建专责',
      '第三季度',
      'A',
      60,
      null,
      null,
      null,
      31.5,
      60,
      '待定',
      null,
      '机',
      '另有30分待阅；未交卷，按已作答部分计分',
    ],
    [
      5,
      '示例2局',
      '0支部',
      '人员8',
      '0008',
      '',
      '党建专责',
      '第三季度',
      'A',
      60,
      null,
      null,
      null,
      31.5,
      100,
      '是',
      null,
      '机',
      '应考名单外',
    ],
  ]);
  expect(report.foot.at(-1)).toMatch(/^填表人：　+审核人：　+监考人：　+单位（盖章）　+年　+月　+日$/);
});

test('单位汇总: absent people stand in 应考 and lower no mean; the last row is the 合计', () => {
  const report = examUnitsReport({ ...heading, all, units, year: yearOfUnits(people).units, yearOfAll: yearOfUnits(people).all });
  expect(report.title).toBe('示例供电局2026年第三季度党务知识考试成绩汇总表');
  expect(titles(report)).toBe(
    '序号│单位│应考│实考│缺考│参考率│≥90│80–89│60–79│<60│合格人数（≥80）│合格率│平均分│最高│最低│本年累计合格率│评先优先（是/否）│备注',
  );
  expect(report.rows).toEqual([
    [1, '示例0局', 2, 2, 0, 1, 1, 0, 0, 0, 1, null, null, null, null, null, '待定', '1人成绩待定'],
    [2, '示例1局', 1, 0, 1, 0, 0, 0, 0, 0, 0, null, null, null, null, 1, '是', ''],
    [3, '示例2局', 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 59, 59, 59, 0, '否', ''],
  ]);
  expect(report.total).toEqual([null, '合计', 4, 3, 1, 0.75, 1, 0, 0, 1, 1, null, null, null, null, null, '', '1人成绩待定']);
});

const topic = (changes: Partial<TopicRate>): TopicRate => ({
  section: '党史',
  topic: '会议',
  questions: 2,
  answers: 60,
  rate: 0.5,
  hardest: 'q1',
  clauses: ['示例条例第一条', '示例条例第二条'],
  ...changes,
});

test('盲点: the weakest topic of a section first, with the last quarter beside', () => {
  const topics = [topic({ topic: '人物', rate: 0.9 }), topic({}), topic({ section: '党章', topic: '', rate: 0.8125 })];
  const before = [topic({ rate: 0.448 }), topic({ section: '党章', topic: '', rate: 0.8125 })];
  const report = examBlindSpotsReport({ ...heading, topics, before });
  expect(titles(report)).toBe('板块│知识点│题数│作答人次│正确率│上季正确率│升降│最易错题编码│建议复习条款');
  expect(report.rows).toEqual([
    ['党史', '会议', 2, 60, 0.5, 0.448, '↑5.20', 'q1', '示例条例第一条；示例条例第二条'],
    ['党史', '人物', 2, 60, 0.9, null, '', 'q1', '示例条例第一条；示例条例第二条'],
    ['党章', '（未标知识点）', 2, 60, 0.8125, 0.8125, '持平', 'q1', '示例条例第一条；示例条例第二条'],
  ]);
});

test('试题分析: likely wrong keys first; too few answers are not judged', () => {
  const question = (changes: Partial<QuestionStatistics>): QuestionStatistics => ({
    id: 'q1',
    type: 'single',
    section: '党史',
    topic: '会议',
    stem: '**示例**题干',
    answers: 100,
    facility: 0.456,
    discrimination: 0.413,
    flags: [],
    options: [
      { chosen: 46, right: true },
      { chosen: 54, right: false },
    ],
    ...changes,
  });
  const report = examQuestionsReport({
    ...heading,
    questions: [
      question({}),
      question({ id: 'q2', answers: 12, discrimination: null, facility: 0.9, options: [] }),
      question({ id: 'q3', discrimination: -0.2, flags: ['negative'], facility: 0.95 }),
    ],
  });
  expect(
    report.rows.map(([, id, , , , stem, n, facility, discrimination, judgement, options, hint]) => [
      id,
      stem,
      n,
      facility,
      discrimination,
      judgement,
      options,
      hint,
    ]),
  ).toEqual([
    ['q3', '示例题干', 100, 0.95, -0.2, '区分差，宜修改', 'A✓\u00a046，B\u00a054', '请核对答案：高分组反而错得多'],
    ['q1', '示例题干', 100, 0.46, 0.41, '区分好', 'A✓\u00a046，B\u00a054', ''],
    ['q2', '示例题干', 12, 0.9, null, 'n=12<30，不作判断', '', ''],
  ]);
});

test('评先评优: 100 % first; a make-up counts for who was absent', () => {
  const report = examMeritReport({ ...heading, people, exams: 1 });
  expect(report.title).toBe('示例供电局2026年度党务知识考试合格率及评先评优名单');
  expect(report.head).toEqual(['填表日期：2026-10-08　　本年已考1场　　共4人，年度合格率100%的2人']);
  expect(
    report.rows.map(([, , , name, , listed, passed, away, rate, merit, note]) => [name, listed, passed, away, rate, merit, note]),
  ).toEqual([
    ['人员0', 1, 1, 0, 1, '是', ''],
    ['人员1', 1, 1, 0, 1, '是', ''],
    ['人员2', 1, 0, 0, 0, '否', ''],
    ['人员3', 1, 0, 0, null, '待定', '1场成绩待定'],
  ]);
});

test('a make-up says so in its title', () => {
  const report = examMeritReport({ ...heading, people, exams: 1 });
  expect(report.title).not.toContain('补考');
  const made = examBlindSpotsReport({ ...heading, exam: { ...exam, makeUpOf: 'exam-0' }, topics: [], before: [] });
  expect(made.title).toBe('示例供电局2026年第三季度党务知识考试补考知识盲点分析表');
});

test('does not give what is marked so far of a make-up as its result', () => {
  const waiting = result(1, { state: 'waiting', score: 64, percent: 64, unmarked: 20, passed: null });
  const open = makeUpResults([{ examId: 'm', quarter: '2026-Q3', results: [waiting] }]);
  const { columns, rows } = examPeopleReport({ ...heading, results, counts: all, makeUps: open });
  const place = columns.findIndex(({ title }) => title === '补考成绩');
  expect(rows.map((row) => [row[place], row.at(-1)])[1]).toEqual([null, '补考待阅卷']);
});
