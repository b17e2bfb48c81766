import type { Attempt, AttemptResult, ItemResult } from '@shared/model/exam.ts';
import type { QuestionType } from '@shared/model/question.ts';
import type { Report } from '@shared/model/report.ts';

export const wei = {
  id: 'wei',
  name: '韦建国',
  staffNumber: '0450001',
  unitId: 'u1',
  unitName: '示例县供电局',
  branch: '城区党支部',
  duty: 'fullTime',
  position: '党建专责',
} as const;
export const huang = { ...wei, id: 'huang', name: '黄丽', staffNumber: '0450002', duty: 'partTime', position: '支部委员' } as const;

const item = (type: QuestionType, score: number, correct: boolean | null = true): ItemResult => ({
  questionId: `${type}-${score}`,
  section: '党章',
  type,
  score,
  full: 20,
  correct,
});

export function result(changes: Partial<AttemptResult> = {}): AttemptResult {
  const items = [item('single', 20), item('single', 0.5, false), item('judge', 20)];
  return { score: 40.5, full: 60, unmarked: 0, percent: 67.5, passed: false, items, ...changes };
}

export const shortItem = item('short', 0, null);

export function attempt(changes: Partial<Attempt> = {}): Attempt {
  return {
    id: 'a1',
    personId: 'wei',
    kind: 'mock',
    paper: { id: 'x', title: '模拟', blueprintId: 'b', seed: 1, minutes: 60, items: [] },
    startedAt: 1_000,
    budgetMs: 3_600_000,
    passLine: 80,
    state: 'handedIn',
    handedInAt: 2_000,
    endedBy: 'person',
    result: result(),
    ...changes,
  };
}

/** Every kind of column, a total, and texts that are dangerous where they are not escaped. */
export const trickyReport: Report = {
  title: '测试<b>表</b>&"引号"',
  head: ['单位：示例县供电局　　填表日期：2026-09-05'],
  columns: [
    { title: '序号', width: 3, kind: 'number' },
    { title: '单位', width: 8, kind: 'text' },
    { title: '日期', width: 6, kind: 'date' },
    { title: '参考率', width: 4, kind: 'percent' },
    { title: '得分', width: 4, kind: 'number' },
  ],
  rows: [
    [1, '=1+1', '2026-09-05', 0.9667, 90],
    [2, '+86 10', '', 0.5, 0.1 + 0.2],
    [3, '-甲', '2026-02-30', 1, null],
    [4, '@sum', null, 0, -3.25],
    [5, '第一行\n<script>alert(1)</script>', '2028-02-29', null, 12],
  ],
  total: [null, '合计', null, 0.75, 99.3],
  foot: ['填表人：　　审核人：'],
  orientation: 'landscape',
  fileName: '测试表-2026-09-05',
};
