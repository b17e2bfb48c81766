import type { TableField } from './plan-columns.ts';

/** What the columns of a table hold, by their places (0-based). */
export type Header = ReadonlyMap<number, TableField>;

/** What offices call the columns, without spaces and what stands in brackets. The first column of a name has it. */
const names: Readonly<Record<TableField, string>> = {
  number: '序号 项次 次序 NO NO.',
  nodeId: '节点标识',
  phase: '阶段 工作阶段 实施阶段 项目阶段 推进阶段 阶段名称 类别 工作类别 分类',
  title: '节点 节点名称 项目节点 关键节点 节点任务 任务 任务名称 工作任务 重点工作 重点任务 主要任务 工作事项 事项 工作项目 工作名称',
  duty: '具体工作内容及职责 工作内容及职责 具体工作内容 具体职责 职责 目标及要求 工作要求 具体措施 工作措施 主要措施 具体内容 工作内容 任务内容 内容 工作目标 措施 任务描述',
  deliverable: '完成标准 成果形式 预期成果 成果 完成标志 验收标准 交付物 交付成果 工作成果 预期成效',
  owner: '责任人 负责人 牵头人 责任人员 经办人 承办人 执行人 具体责任人 项目负责人 担当',
  department: '责任部门 责任单位 牵头部门 牵头单位 承办部门 主责部门 实施单位 部门',
  supporters: '配合单位 配合部门 协办单位 协助部门 配合人 配合人员 参与单位 参与人员',
  plannedStart: '计划开始 计划开始时间 计划开始日期 开始时间 开始日期 启动时间 起始时间 开始 计划启动时间',
  plannedFinish:
    '计划完成 计划完成时间 计划完成日期 计划结束时间 完成时间 完成日期 完成时限 完成期限 结束时间 结束日期 截止时间 截止日期 时限 时限要求 节点时间 时间节点 计划时间 要求完成时间',
  adjustedFinish: '调整后完成 调整后完成时间 调整后计划完成 变更后完成时间',
  period: '起止时间 起止日期 计划起止时间 实施时间 工作时间 时间安排 时间 日期',
  actualStart: '实际开始 实际开始时间 实际开始日期',
  actualFinish: '实际完成 实际完成时间 实际完成日期 实际结束时间 解决时间',
  progress: '进度 完成率 完成进度 完成比例 完成百分比 进度百分比 当前进度',
  state: '状态 完成状态 是否完成',
  deviation: '偏差 偏差天数',
  nextSteps: '存在问题及下一步措施 存在问题 下一步措施 问题及措施 存在问题及措施',
  note: '备注 补充说明 说明',
  dependencies: '前置节点 前置任务 前置关系 前置工作 紧前工作 前置',
  weight: '权重 分值',
};

const exact = new Map(Object.entries(names).flatMap(([field, all]) => all.split(' ').map((name) => [name, field as TableField] as const))); // the keys of names

/** What a column is likely about whose name is none of these, where no other column is; in this order. */
const likely: readonly (readonly [TableField, RegExp])[] = [
  ['actualStart', /实际.*(?:开始|启动)/],
  ['actualFinish', /实际.*(?:完成|结束)/],
  ['plannedStart', /(?:开始|启动|起始)(?:时间|日期)?$/],
  ['plannedFinish', /计划.*(?:时间|日期)|(?:完成|结束|截止|解决|办结).*(?:时间|日期|时限|期限)|(?:时限|期限)/],
  ['owner', /(?:负责|责任|牵头|担当|开发|执行|承办|经办)(?:人|者|人员)/],
  ['department', /(?:责任|牵头|承办|主责).*(?:部门|单位)/],
  ['supporters', /^(?:配合|协办|协助|参与)/],
  ['note', /备注|说明/],
  ['number', /(?:序号|编号|NO\.?)$/],
  ['title', /(?:名|名称|任务|工作|事项|内容|项目|描述)$/],
];

/** Fields that a table of anything has; they make no plan of it. */
const anywhere: ReadonlySet<TableField> = new Set(['number', 'note', 'state', 'nodeId', 'deviation']);

/** Columns of a plan, or null where these texts head none: it takes a title and something that only plans have. */
export function headerOf(cells: readonly string[]): Header | null {
  const plain = cells.map(plainName);
  const header = new Map<number, TableField>();
  const taken = new Set<TableField>();
  const take = (place: number, field: TableField): void => void (header.set(place, field), taken.add(field));
  for (const [place, name] of plain.entries()) {
    const field = exact.get(name);
    if (field && !taken.has(field)) take(place, field);
  }
  for (const [field, pattern] of likely) {
    const place = taken.has(field) ? -1 : plain.findIndex((name, at) => pattern.test(name) && !header.has(at));
    if (place >= 0) take(place, field);
  }
  return plainTitle(header);
}

/** 工作内容 is the title where nothing else is. */
function plainTitle(header: Map<number, TableField>): Header | null {
  const fields = new Map([...header].map(([place, field]) => [field, place]));
  const duty = fields.get('duty');
  if (!fields.has('title') && duty !== undefined) {
    header.set(duty, 'title');
    fields.delete('duty');
    fields.set('title', duty);
  }
  const telling = [...fields.keys()].filter((field) => field !== 'title' && !anywhere.has(field));
  return fields.has('title') && telling.length > 0 ? header : null;
}

/** 完成标准（成果形式） and 进度% lose what stands behind their name. */
const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s|[*%:]|\([^)]*\)/g, '');
