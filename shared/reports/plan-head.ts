import type { Approval, PlanDocument } from '../model/plan-file.ts';
import type { PlanNode } from '../model/project.ts';
import { clip, line } from './format.ts';

type PlanToHead = Pick<PlanDocument, 'project' | 'baseline' | 'approval' | 'today'>;

/** 项目名称 编号 书记 支部 批准版本 填表日期 (formats: 5). */
export const planHead = ({ project, baseline, approval, today }: PlanToHead): string[] => [
  line(`项目名称：${clip(project.title, 400)}`),
  line(
    `项目编号：${clip(project.number, 60)}`,
    `书记：${clip(project.secretary, 60)}`,
    `支部：${clip([project.unitName, project.branch].filter(Boolean).join(' '), 200)}`,
  ),
  line(`批准版本：${versionWords(baseline, approval)}`, `填表日期：${today}`),
];

function versionWords(baseline: readonly PlanNode[], approval: Approval | undefined): string {
  if (approval) return `第${approval.revision}次送审稿（${approval.approvedOn}批准）`;
  return baseline.length > 0 ? '已批准' : '未批准';
}

/** The line to sign below a plan. */
export const planFoot = line('项目书记签字：　　　　　　', '支部审核：　　　　　　', '　　　年　　月　　日');
