import type { NodeState, PlanNode, Project } from '../model/project.ts';
import type { Cell, Report, ReportColumn } from '../model/report.ts';
import { deviationDays, nodeState } from '../projects/states.ts';
import { projectSummary } from '../projects/summary.ts';
import { clip, line } from './format.ts';

const stateWords = { notStarted: '未开始', underway: '进行中', done: '已完成', overdue: '逾期' } as const satisfies Record<
  NodeState,
  string
>;

const columns: readonly ReportColumn[] = [
  { title: '序号', width: 2, kind: 'number' },
  { title: '阶段', width: 3, kind: 'text' },
  { title: '节点', width: 5.8, kind: 'text' },
  { title: '具体工作内容及职责', width: 11, kind: 'text' },
  { title: '完成标准（成果形式）', width: 8, kind: 'text' },
  { title: '责任人', width: 3.2, kind: 'text' },
  { title: '责任部门', width: 4, kind: 'text' },
  { title: '计划开始', width: 5, kind: 'date' },
  { title: '计划完成', width: 5, kind: 'date' },
  { title: '实际完成', width: 5, kind: 'date' },
  { title: '进度', width: 3, kind: 'percent' },
  { title: '状态', width: 3.2, kind: 'text' },
  { title: '偏差（天）', width: 3.2, kind: 'number' },
  { title: '备注', width: 4.5, kind: 'text' },
];

/** 推进计划表 of a project as it stands on a day ('YYYY-MM-DD'), its nodes in the order of the table. */
export function planReport(project: Project, nodes: readonly PlanNode[], today: string): Report {
  const sorted = nodes.toSorted((a, b) => a.order - b.order);
  return {
    title: '书记项目推进计划表',
    head: [
      line(`项目名称：${clip(project.title, 400)}`),
      line(
        `项目编号：${clip(project.number, 60)}`,
        `书记：${clip(project.secretary, 60)}`,
        `支部：${clip(branchOf(project), 200)}`,
        `填表日期：${today}`,
      ),
    ],
    columns,
    rows: sorted.map((node, index) => row(node, index + 1, today)),
    total: null,
    foot: [progressLine(nodes, today), line('项目书记签字：　　　　　　', '支部审核：　　　　　　', '　　　年　　月　　日')],
    orientation: 'landscape',
    fileName: `推进计划表-${clip(project.title, 60)}-${today}`,
  };
}

function row(node: PlanNode, number: number, today: string): Cell[] {
  return [
    number,
    node.phase,
    node.title,
    node.duty,
    node.deliverable,
    node.owner,
    node.department,
    node.plannedStart,
    node.plannedFinish,
    node.actualFinish,
    node.progress / 100,
    stateWords[nodeState(node, today)],
    deviationDays(node, today),
    node.note,
  ];
}

function progressLine(nodes: readonly PlanNode[], today: string): string {
  const { total, counts, percent } = projectSummary(nodes, today);
  const states = Object.entries(counts).map(([state, count]) => `${stateWords[state as NodeState]}${count}个`); // the keys of a Record over NodeState
  return `节点共${total}个：${states.join('，')}；总体进度${percent}%。`;
}

const branchOf = (project: Project): string => [project.unitName, project.branch].filter(Boolean).join(' ');
