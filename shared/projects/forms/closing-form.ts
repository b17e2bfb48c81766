import type { Form, FormRow } from '../../model/form.ts';
import type { Indicator, PlanNode, Project } from '../../model/project.ts';
import { clip, line } from '../../reports/format.ts';
import type { ProjectState } from '../lifecycle/state.ts';
import { isDone } from '../states.ts';
import { columns, label, officialDay, row, signatureField, signLine, twoFields, value, wideField } from './cells.ts';
import { factRows } from './facts.ts';
import { resultWords } from './indicator-lines.ts';

/** 书记项目销号申请（审批）表: the newest request and its decision; a form to fill in where there is none yet. */
export function closingForm(project: Project, state: ProjectState, nodes: readonly PlanNode[]): Form {
  const { request = null, decision = null } = state.closing ?? {};
  const decided = decision
    ? [decision.outcome === 'closed' ? '同意销号。' : '退回补充。', decision.opinion]
    : ['结论：□同意销号　□退回补充'];
  return {
    title: '书记项目销号申请（审批）表',
    head: [line(`年度：${project.year}年`, `申请日期：${officialDay(request?.date ?? '')}`)],
    columns,
    rows: [
      ...factRows(project),
      twoFields(['批准日期', state.approvedOn === '' ? '' : officialDay(state.approvedOn)], ['节点完成', nodesText(nodes)]),
      wideField('完成情况\n和成效', request?.summary ?? '', 50),
      ...indicatorRows(request?.indicators ?? project.indicators),
      wideField('佐证材料', (request?.evidence ?? []).map(({ name }, n) => `${n + 1}. ${name}`).join('\n'), 20),
      signatureField('项目书记\n意见', [signLine('', request?.date ?? '')], 26),
      signatureField('职能部门\n核验意见', [signLine('', '')], 30),
      signatureField('局党委\n销号意见', [...decided, signLine(decision?.signer ?? '', decision?.date ?? '')], 36),
    ],
    foot: [],
    orientation: 'portrait',
    fileName: `书记项目销号审批表-${clip(project.title, 60)}`,
  };
}

const nodesText = (nodes: readonly PlanNode[]): string => `共${nodes.length}个，已完成${nodes.filter(isDone).length}个`;

/** How many of the columns each takes: a figure of eight digits stands on one line. */
const widths = { name: 4, unit: 3, figure: 3, result: 5 } as const;

/** 业务指标 before and after; none where the project has none. */
function indicatorRows(indicators: readonly Indicator[]): FormRow[] {
  if (indicators.length === 0) return [];
  const head = [
    label('业务指标', widths.name),
    label('单位', widths.unit),
    ...['基线', '目标', '实际', '上年同期'].map((name) => label(name, widths.figure)),
    label('前后变化', widths.result),
  ];
  return [row(head), ...indicators.map(indicatorRow)];
}

function indicatorRow(indicator: Indicator): FormRow {
  const { name, unit, baseline, target, actual, lastYear } = indicator;
  const figures = [baseline, target, actual, lastYear].map((figure) => value(figure === null ? '' : String(figure), widths.figure));
  return row([value(name, widths.name), value(unit, widths.unit), ...figures, value(resultWords(indicator), widths.result)]);
}
