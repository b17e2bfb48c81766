import type { Policy, ProjectRules } from '../model/policy.ts';

/** What holds where the bureau's policy says nothing of projects. Criteria and their names as in the usual 成果评审表. */
export const usualProjectRules: ProjectRules = {
  weights: { distinctiveness: 0.3, feasibility: 0.3, value: 0.4 },
  numberPattern: 'SJ{year}-{unit}-{n:2}',
  yellowDays: 1,
  redDays: 10,
  reportDay: 25,
  evidenceMegabytes: 20,
  assessment: {
    criteria: [
      { id: 'distinctiveness', name: '特色化', weight: 0.2 },
      { id: 'feasibility', name: '可行性', weight: 0.15 },
      { id: 'value', name: '价值度', weight: 0.25 },
      { id: 'quality', name: '完成质量', weight: 0.25 },
      { id: 'reach', name: '推广性', weight: 0.15 },
    ],
    dropExtremes: true,
    grades: [
      { name: '优秀', share: 0.2, least: 90 },
      { name: '良好', share: 0.4, least: 80 },
      { name: '合格', share: 1, least: 60 },
      { name: '不合格', share: 1, least: 0 },
    ],
  },
};

export const projectRulesOf = (policy: Policy | null): ProjectRules => policy?.projects ?? usualProjectRules;
