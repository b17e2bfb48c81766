import type { PaperSize } from '../ipc/exam.ts';
import type { PlanDocument } from '../model/plan-file.ts';
import type { NodeState, PlanNode } from '../model/project.ts';
import type { Cell, Report, ReportColumn } from '../model/report.ts';
import { printedDeviation, printedState, printedStates } from '../projects/printed-standing.ts';
import { projectSummary } from '../projects/summary.ts';
import { fittedColumns } from './fitted-columns.ts';
import { clip } from './format.ts';
import { planFoot, planHead } from './plan-head.ts';

/** As in formats: 5. Of texts the least widths, of a date the one at which it does not wrap. */
const columns: readonly ReportColumn[] = [
  { title: '序号', width: 1.9, kind: 'number' },
  { title: '阶段', width: 2.4, kind: 'text' },
  { title: '节点', width: 4.5, kind: 'text' },
  { title: '具体工作内容及职责', width: 6, kind: 'text' },
  { title: '完成标准（成果形式）', width: 4.4, kind: 'text' },
  { title: '责任人', width: 3.4, kind: 'text' },
  { title: '责任部门', width: 2.4, kind: 'text' },
  { title: '配合单位', width: 2.4, kind: 'text' },
  { title: '计划开始', width: 5.2, kind: 'date' },
  { title: '计划完成', width: 5.2, kind: 'date' },
  { title: '调整后完成', width: 5.2, kind: 'date' },
  { title: '实际完成', width: 5.2, kind: 'date' },
  { title: '进度%', width: 2.9, kind: 'number' },
  { title: '状态', width: 3.3, kind: 'text' },
  { title: '偏差（天）', width: 3.3, kind: 'number' },
  { title: '佐证材料', width: 2.4, kind: 'text' },
  { title: '存在问题及下一步措施', width: 4.4, kind: 'text' },
  { title: '备注', width: 2.4, kind: 'text' },
];

/** Characters of a line across the table: of 小五 on A4; of 小四, 五号 or 小五 on A3. */
const lineTotals = { A4: [77], A3: [86, 99, 115] } as const satisfies Record<PaperSize, readonly number[]>;

export interface PlanToPrint extends Pick<PlanDocument, 'project' | 'nodes' | 'baseline' | 'approval' | 'today'> {
  /** Names of the files of each node, by its id. */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
  /** Null: A3 from twelve nodes on, else A4. */
  readonly paper: PaperSize | null;
}

const nodesForA3 = 12;

/**
 * 推进计划表 of a project as it stands on a day, its nodes in the order of the table. Once the plan is approved 计划开始 and
 * 计划完成 are those of the approved version, and 调整后完成 is the present plan where it differs.
 */
export function planReport(plan: PlanToPrint): Report {
  const { project, nodes, baseline, today } = plan;
  const sorted = nodes.toSorted((a, b) => a.order - b.order);
  const approved = new Map(baseline.map((node) => [node.id, node]));
  const rows = sorted.map((node, index) => row(node, index + 1, { plan, before: approved.get(node.id) ?? null }));
  const paper = plan.paper ?? (nodes.length >= nodesForA3 ? 'A3' : 'A4');
  return {
    title: '书记项目推进计划表',
    head: planHead(plan),
    columns: fittedColumns(columns, rows, lineTotals[paper]),
    rows,
    total: null,
    foot: [progressLine(nodes, today), planFoot],
    orientation: 'landscape',
    paper,
    fileName: `推进计划表-${clip(project.title, 60)}-${today}`,
  };
}

interface RowContext {
  readonly plan: PlanToPrint;
  /** The node as approved; null where it was not in the approved plan. */
  readonly before: PlanNode | null;
}

function row(node: PlanNode, number: number, { plan, before }: RowContext): Cell[] {
  const original = before ?? node;
  const against = { before, isApproved: plan.baseline.length > 0, today: plan.today };
  return [
    number,
    node.phase,
    node.title,
    node.duty,
    node.deliverable,
    node.owner,
    node.department,
    node.supporters,
    original.plannedStart,
    original.plannedFinish,
    node.plannedFinish === original.plannedFinish ? '' : node.plannedFinish,
    node.actualFinish,
    node.progress,
    printedState(node, against),
    printedDeviation(node, against),
    (plan.evidence.get(node.id) ?? []).join('\n'),
    node.nextSteps,
    node.note,
  ];
}

function progressLine(nodes: readonly PlanNode[], today: string): string {
  const { total, counts, percent } = projectSummary(nodes, today);
  const states = Object.entries(counts).map(([state, count]) => `${printedStates[state as NodeState]}${count}个`); // the keys of a Record over NodeState
  return `节点共${total}个：${states.join('，')}；总体进度${percent}%。`;
}
