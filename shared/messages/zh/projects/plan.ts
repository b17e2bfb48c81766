import type { NodeGap } from '../../../projects/check.ts';
import type { ChangedField } from '../../../model/project.ts';
import type { CellProblem, PlanColumn } from '../../../projects/edits.ts';
import type { DependencyProblem } from '../../../projects/exchange/dependency-text.ts';

type Computed =
  | 'number'
  | 'dependencies'
  | 'adjustedStart'
  | 'adjustedFinish'
  | 'workdays'
  | 'state'
  | 'deviation'
  | 'forecast'
  | 'evidence';

const columns: Record<PlanColumn | Computed, string> = {
  number: '序号',
  phase: '阶段',
  title: '节点',
  duty: '具体工作内容及职责',
  deliverable: '完成标准（成果形式）',
  owner: '责任人',
  department: '责任部门',
  supporters: '配合单位',
  dependencies: '前置',
  weight: '权重',
  plannedStart: '计划开始',
  plannedFinish: '计划完成',
  adjustedStart: '调整后开始',
  adjustedFinish: '调整后完成',
  actualStart: '实际开始',
  actualFinish: '实际完成',
  progress: '进度%',
  workdays: '工期（工作日）',
  state: '状态',
  deviation: '偏差（天）',
  forecast: '预测完成',
  evidence: '佐证',
  nextSteps: '存在问题及下一步措施',
  note: '备注',
};

const gaps: Record<NodeGap, string> = {
  title: '节点名称',
  owner: '责任人',
  duty: '具体职责',
  deliverable: '完成标准',
  plannedStart: '计划开始',
  plannedFinish: '计划完成',
  finishBeforeStart: '完成日期早于开始日期',
};

const escape = '按 Esc 恢复原来的内容。';

type LinkProblem = `link-${DependencyProblem['kind']}` | 'link-itself' | 'link-circle';

/** `about` is the part of the text that is meant. */
const problems: Record<CellProblem | LinkProblem, (about: string) => string> = {
  'not-a-date': () => `这不是确定的日期。可以这样填：2026-9-5、2026.9.5、9月5日；不定日期的留空。${escape}`,
  'not-a-percentage': () => `进度填 0 到 100 之间的数。${escape}`,
  'not-a-weight': () => `权重填 0 到 1000 之间的数；不分轻重的都填 1。${escape}`,
  'too-long': () => `内容太长，一格最多 32767 个字，请分开写或放进佐证材料。${escape}`,
  'link-unreadable': (about) => `看不懂“${about}”。前置填序号，例如 3；可以加关系和间隔的工作日：3FS+2；几个之间用分号隔开。${escape}`,
  'link-no-such-row': (about) => `表里没有序号 ${about}。${escape}`,
  'link-twice': (about) => `序号 ${about} 写了两次。${escape}`,
  'link-itself': () => `节点不能以自己为前置。${escape}`,
  'link-circle': () => `这样会绕成一圈：那个节点要等本节点完成。${escape}`,
};

const fields: Record<ChangedField, string> = {
  plannedStart: '计划开始',
  plannedFinish: '计划完成',
  owner: '责任人',
  duty: '具体职责',
  added: '新增节点',
  removed: '取消节点',
};

export const plan = {
  label: '推进计划表',
  summary: (total: number, done: number, overdue: number, dueSoon: number, percent: number) =>
    `节点 ${total} 个 · 已完成 ${done} 个 · ${overdue > 0 ? '⚠ ' : ''}逾期 ${overdue} 个 · 近期到期 ${dueSoon} 个 · 总体进度 ${percent}%`,
  missing: (parts: string) => `还缺：${parts}`,
  missingPart: (part: string, count: number) => `${part} ${count} 处`,
  missingSign: '缺',
  earlySign: '早于开始',
  comma: '、',
  columns,
  gaps,
  problems,
  cell: (column: string, row: number, text: string) => `第 ${row} 行，${column}${text ? `：${text}` : '，空'}`,
  overdueDays: (days: number) => `⚠ 逾期 ${days} 天`,
  dueIn: (days: number) => (days === 0 ? '◐ 今天到期' : `◐ 还有 ${days} 天`),
  empty: '推进计划表还没有节点。可以先放入四个常见阶段再修改，也可以自己一行行填写。',
  fromTemplate: '从模板开始',
  addFirst: '添加第一个节点',
  tools: '计划表操作',
  insertAbove: (count: number) => (count === 1 ? '上方插入一行' : `上方插入 ${count} 行`),
  insertBelow: (count: number) => (count === 1 ? '下方插入一行' : `下方插入 ${count} 行`),
  remove: '删除所选行',
  moveUp: '上移',
  moveDown: '下移',
  fillDown: '向下填充',
  undo: '撤销',
  undoThis: '撤销这次操作',
  redo: '恢复',
  keys: '方向键移动，Ctrl+方向键跳到一片内容的边上，Home、End、PageUp、PageDown 也能用；直接打字替换，F2 或回车修改，回车确认并到下一行，Tab 到右边一格，连按 Tab 填完一行再按回车，回到下一行的开头；最后的空行（＋）填上内容就是新节点；Alt+回车换行，Esc 放弃。按住 Shift 或拖动鼠标选多格，点序号选整行。Ctrl+C、Ctrl+X、Ctrl+V 可与 Excel、WPS 互相复制；Ctrl+D 向下填充；Delete 清空；Ctrl+Insert 插入行，Ctrl+Delete 删除行，Alt+↑↓ 移动行；Ctrl+Z 撤销，Ctrl+Y 恢复。在表格里按 Esc 离开表格。',
  keysTitle: '键盘操作说明',
  removed: (count: number, links: number) =>
    links > 0 ? `已删除 ${count} 行；其他节点以它们为前置的 ${links} 处一并去掉。` : `已删除 ${count} 行。`,
  pasted: (rows: number, added: number) => (added > 0 ? `已粘贴 ${rows} 行，其中新增 ${added} 行。` : `已粘贴 ${rows} 行。`),
  tooMany: (limit: number) => `一次最多粘贴 ${limit} 行，没有粘贴。请确认复制的是计划表的内容。`,
  tooLong: (limit: number) => `一张计划表最多 ${limit} 行，没有改动。`,
  lockedDates: '计划已经批准，原计划不能改。日期有变化的，请改“调整后开始”“调整后完成”两列，并写明原因。',
  proposal: (date: string) => `填 ${date}（Ctrl+回车）`,
  proposed: (date: string) => `可能是 ${date}。`,
  takeProposals: (count: number) => `按建议填写 ${count} 格`,
  clip: (text: string) => (text.length > 60 ? `${text.slice(0, 60)}……（共 ${text.length} 字）` : text),
  files: (count: number) => `${count} 件`,
  adjusted: '△ 已调整',
  lateSign: '⚠ 晚于计划',
  linkSign: '早于前置',
  linkFaults: { circle: '⚠ 互为前置', gone: '⚠ 前置已不在' },
  linkFaultMeans: {
    circle: '这个节点和它的前置绕成了一圈，互相等待，推算时断开了其中一处。请改掉一处前置。',
    gone: '这个节点的前置里有已经删除的节点，推算时不算它。重新填写前置就会去掉。',
  },
  linksHelp: '前置填序号：3 表示第 3 行完成后开始；3FS+2 表示完成后再隔 2 个工作日；SS 为同时开始，FF 为同时完成。几个之间用分号隔开。',
  reversed: '计划完成早于计划开始，推算时按一天计。请改其中一个日期。',
  startsAfter: (date: string) => `按前置关系，最早 ${date} 才能开始。可以按“按前置关系推算”一并调整。`,
  finishesAfter: (date: string) => `按前置关系，最早 ${date} 才能完成。可以按“按前置关系推算”一并调整。`,
  detail: (row: number, column: string) => `第 ${row} 行　${column}：`,
  emptyCell: '（空）',
  forecastFinish: (date: string) => ` · 预测全部完成 ${date}`,
  broken: (early: number, circles: number, gone: number) =>
    `⚠ 前置关系有问题：${[early > 0 ? `早于前置 ${early} 处` : '', circles > 0 ? `互为前置 ${circles} 处` : '', gone > 0 ? `前置已不在 ${gone} 处` : ''].filter(Boolean).join('，')}`,
  plainYears: (years: string) =>
    `没有 ${years} 年的法定节假日安排，这些年份的工作日按周一至周五推算，可能不准。安排公布后请更新“规则”数据包。`,
  underReview: '项目正在审批。现在改动不影响已经送审的计划；批准后以送审时的计划为原计划。',
  reason: {
    title: '计划已经批准，改动要写明原因',
    why: '写明的原因会记入节点变更单。不写原因就不改。',
    reason: '原因（必填）',
    needed: '请写明原因。',
    approvedBy: '批准人（可以不填）',
    save: '记录并改动',
    kept: '没有写明原因，还没有改动。按回车再确认，按 Esc 恢复原来的内容。',
    lines: (count: number) => `这一步的改动（${count} 处）`,
    node: '节点',
    what: '内容',
    before: '原来',
    after: '改为',
    unnamed: '（未命名）',
    more: (count: number) => `另有 ${count} 处。`,
    fields,
  },
  push: {
    button: '按前置关系推算',
    title: '按前置关系推算',
    preview: (count: number) => `有 ${count} 个节点要往后移，工期（工作日）不变；已完成的不动。确认后才会改动，也可以撤销。`,
    nothing: '各节点的日期都符合前置关系，不需要移动。',
    present: '现在',
    pushed: '推算后',
    dates: (start: string, finish: string) => `${start || '—'} 至 ${finish || '—'}`,
    take: (count: number) => `移动 ${count} 个节点`,
  },
  view: {
    label: '显示方式',
    kinds: { table: '表格', both: '表格和时间条', bars: '时间条' },
    lines: '行高',
    lineCount: (lines: number) => `${lines} 行字`,
    columns: (hidden: number) => (hidden > 0 ? `选择列（隐藏了 ${hidden} 列）` : '选择列'),
  },
  refused: (count: number) => `有 ${count} 格没有粘贴，原来的内容没有改动：`,
  refusedCell: (row: number, column: string, text: string) => `第 ${row} 行“${column}”：${text}。`,
  refusedMore: (count: number) => `另有 ${count} 格。`,
  unsaved: (count: number) => `有 ${count} 处改动还没有保存，都还在本页上；请先不要退出程序。`,
  template: [
    { phase: '立项准备', title: '调研分析，确定方案' },
    { phase: '组织实施', title: '落实措施，推进实施' },
    { phase: '总结提炼', title: '总结成效，形成成果' },
    { phase: '评审推广', title: '成果评审，推广应用' },
  ],
};
