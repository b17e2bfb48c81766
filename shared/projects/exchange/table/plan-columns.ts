import type { PlanFileField } from '../../../model/plan-file.ts';

/** What a column of a plan table is about; those that no node has a field for are reckoned with or known by their names. */
export type TableField =
  | PlanFileField
  | 'number'
  | 'nodeId'
  /** 调整后完成: takes the place of 计划完成 where it is filled. */
  | 'adjustedFinish'
  /** Start and finish in one cell. */
  | 'period'
  | 'state'
  | 'deviation';

export interface PlanColumn {
  readonly field: TableField | 'evidence';
  readonly title: string;
  /** In characters of a Latin font, as spreadsheet programs count. */
  readonly width: number;
  readonly kind: 'text' | 'date' | 'number';
}

const column = (field: PlanColumn['field'], title: string, width: number, kind: PlanColumn['kind'] = 'text'): PlanColumn => ({
  field,
  title,
  width,
  kind,
});

/** Columns of the workbook: those of the printed 推进计划表 in its order, what a plan has besides, and the id, which is hidden. */
export const planColumns: readonly PlanColumn[] = [
  column('number', '序号', 5, 'number'),
  column('phase', '阶段', 8),
  column('title', '节点', 14),
  column('duty', '具体工作内容及职责', 24),
  column('deliverable', '完成标准（成果形式）', 15),
  column('owner', '责任人', 9),
  column('department', '责任部门', 10),
  column('supporters', '配合单位', 10),
  column('plannedStart', '计划开始', 11.5, 'date'),
  column('plannedFinish', '计划完成', 11.5, 'date'),
  column('adjustedFinish', '调整后完成', 11.5, 'date'),
  column('actualFinish', '实际完成', 11.5, 'date'),
  column('progress', '进度%', 7, 'number'),
  column('state', '状态', 8),
  column('deviation', '偏差（天）', 8, 'number'),
  column('evidence', '佐证材料', 10),
  column('nextSteps', '存在问题及下一步措施', 15),
  column('note', '备注', 10),
  column('actualStart', '实际开始', 12, 'date'),
  column('dependencies', '前置节点', 14),
  column('weight', '权重', 8, 'number'),
  column('nodeId', '节点标识（请勿修改）', 20),
];

/** The line below the table begins with it. */
export const signatures = '项目书记签字：';

/** The sheet of the table. Stands unquoted in the name of the repeated rows, so it must not need quotes. */
export const planSheet = '推进计划表';
