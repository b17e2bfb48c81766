import type { Assessment, AssessmentMarks } from '@shared/model/reviewing.ts';

/** A review of three criteria and five judges, with what a test changes. */
export const assessmentOf = (changes: Partial<Assessment> = {}): Assessment => ({
  id: 'a1',
  year: 2026,
  title: '2026年度示例评审',
  judges: [1, 2, 3, 4, 5].map((number) => ({ id: `j${number}`, name: `示例评委${number}` })),
  criteria: [
    { id: 'value', name: '价值度', weight: 0.5 },
    { id: 'quality', name: '完成质量', weight: 0.3 },
    { id: 'reach', name: '推广性', weight: 0.2 },
  ],
  dropExtremes: true,
  grades: [
    { name: '优秀', share: 0.2, least: 90 },
    { name: '良好', share: 0.4, least: 80 },
    { name: '合格', share: 1, least: 0 },
  ],
  projectIds: [],
  createdAt: 0,
  finalAt: null,
  archived: false,
  ...changes,
});

/** What a judge gives a project: value, quality, reach. */
export const given = (
  projectId: string,
  judgeId: string,
  ...[value = null, quality = null, reach = null]: (number | null)[]
): AssessmentMarks => ({
  id: `a1:${projectId}:${judgeId}`,
  assessmentId: 'a1',
  projectId,
  judgeId,
  marks: { value, quality, reach },
  opinion: '',
  at: 0,
});
