import type { Assessment, AssessmentMarks, ReturnFacts } from '../../model/reviewing.ts';
import type { Cell, Report } from '../../model/report.ts';
import type { RankedProject } from '../../projects/assessment/ranking.ts';
import type { ProjectScore } from '../../projects/assessment/score.ts';
import { numberColumn, textColumn } from '../exam/heading.ts';
import { clip, line } from '../format.ts';
import { signLine } from './ledger.ts';

interface AssessmentHeading {
  readonly bureauName: string;
  readonly assessment: Assessment;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

type Facts = Pick<ReturnFacts, 'title' | 'unitName' | 'secretary'>;

/** 成果评审表 of one project (formats.md §5): 评委│criteria│得分│意见, with the row of the project's own score. */
export function scoreSheet(
  { assessment, bureauName, today }: AssessmentHeading,
  facts: Facts,
  result: ProjectScore,
  marks: readonly AssessmentMarks[],
): Report {
  const { criteria, judges } = assessment;
  const byJudge = new Map(marks.filter(({ projectId }) => projectId === result.projectId).map((each) => [each.judgeId, each]));
  return {
    title: clip(`${bureauName}书记项目成果评审表`, 100),
    head: [
      line(`项目名称：${clip(facts.title, 300)}`),
      line(
        `单位：${clip(facts.unitName, 100)}`,
        `书记：${clip(facts.secretary, 60)}`,
        `评审：${clip(assessment.title, 100)}`,
        `日期：${today}`,
      ),
    ],
    columns: [
      textColumn('评委', 5),
      ...criteria.map(({ name }) => numberColumn(name, 4.2)),
      numberColumn('得分', 3.2),
      textColumn('计分', 4.4),
      textColumn('意见', 24),
    ],
    rows: judges.map(({ id, name }, place) => [
      name,
      ...criteria.map((criterion) => byJudge.get(id)?.marks[criterion.id] ?? null),
      result.judges[place] ?? null,
      countedWords(result, place),
      byJudge.get(id)?.opinion ?? '',
    ]),
    total: ['平均', ...result.criteria, result.score, '', ''],
    foot: [rulesLine(assessment), line('评委签字：　　　　　　　　　　', '　　　年　　月　　日')],
    orientation: 'landscape',
    fileName: clip(`成果评审表-${facts.unitName}-${facts.title}-${today}`, 100),
  };
}

function countedWords({ judges, dropped }: ProjectScore, place: number): string {
  if (judges[place] === null) return '未评';
  if (place === dropped?.highest) return '去掉最高';
  return place === dropped?.lowest ? '去掉最低' : '计入';
}

/** 成果评审排名 for 党建责任制考核: rank, score, grade, and what parted equal scores. */
export function rankingReport(
  { assessment, bureauName, today }: AssessmentHeading,
  ranked: readonly RankedProject[],
  factsOf: (projectId: string) => Facts | null,
): Report {
  return {
    title: clip(`${bureauName}${assessment.year}年度书记项目成果评审结果`, 100),
    head: [
      line(
        `评审：${clip(assessment.title, 100)}`,
        `评委：${assessment.judges.length}人`,
        `项目：${assessment.projectIds.length}个`,
        `填表日期：${today}`,
      ),
      assessment.finalAt === null ? '（尚未定稿，仅供核对）' : '用于党建责任制考核。',
    ],
    columns: [
      numberColumn('名次', 2.4),
      textColumn('单位', 6),
      textColumn('项目', 10),
      textColumn('书记', 3.6),
      numberColumn('得分', 3),
      textColumn('等次', 3),
      numberColumn('等次内名次', 3),
      textColumn('说明', 12),
    ],
    rows: ranked.map((each) => rankingRow(assessment, each, factsOf(each.result.projectId))),
    total: null,
    foot: [
      `${rulesLine(assessment)}同分的依次比较权重较高的评审项；仍相同的并列。`,
      assessment.grades.map(({ name, share, least }) => `${name}：${least}分及以上，不超过${Math.round(share * 100)}%`).join('；'),
      signLine,
    ],
    orientation: 'landscape',
    fileName: clip(`${assessment.year}年度书记项目成果评审结果-${today}`, 100),
  };
}

const rankingRow = ({ criteria }: Assessment, { rank, grade, rankInGrade, by, result }: RankedProject, facts: Facts | null): Cell[] => [
  rank,
  facts?.unitName ?? '',
  facts?.title ?? result.projectId,
  facts?.secretary ?? '',
  result.score,
  grade,
  rankInGrade,
  tieWords(by, criteria),
];

function tieWords(by: string, criteria: Assessment['criteria']): string {
  if (by === '') return '';
  return by === 'same' ? '得分和各评审项都相同，并列' : `同分，按“${criteria.find(({ id }) => id === by)?.name ?? ''}”分出先后`;
}

function rulesLine({ criteria, dropExtremes }: Assessment): string {
  const whole = criteria.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const weights = criteria.map(({ name, weight }) => `${name}${Math.round((weight / whole) * 1000) / 10}%`).join('、');
  return `说明：每位评委按${weights}计分；${dropExtremes ? '满三位评委时去掉一个最高分和一个最低分，' : ''}取平均分，保留两位小数。`;
}
