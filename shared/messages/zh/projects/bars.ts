import type { BarUnit } from '../../../projects/bars/scale.ts';

const units: Record<BarUnit | 'fit', string> = { fit: '显示全部', day: '按日', week: '按周', month: '按月', quarter: '按季' };

export const projectBars = {
  label: '时间条',
  tools: '时间条设置',
  scale: '时间刻度',
  units,
  /** Months are counted from 1. */
  upper: {
    month: (year: number, month: number) => `${year}年${month}月`,
    year: (year: number) => `${year}年`,
  },
  lower: {
    day: (_month: number, day: number) => String(day),
    week: (_month: number, day: number) => `${day}日`,
    month: (month: number) => `${month}月`,
    quarter: (month: number) => `${Math.ceil(month / 3)}季度`,
  },
  noHolidays: (text: string) => `${text}（无节假日表）`,
  today: '今天',
  unnamed: '未命名节点',
  done: '✓ 已完成',
  overdue: (days: number) => `⚠ 逾期 ${days} 天`,
  late: (days: number) => `晚 ${days} 天完成`,
  percent: (percent: number) => `${percent}%`,
  moved: '已调整',
  added: '批准后新增',
  half: '日期不全',
  reversed: '⚠ 完成早于开始',
  /** Of a bar that is being moved. */
  moving: (title: string, start: string, finish: string) => `${title}：${start || '未定'} 至 ${finish || '未定'}`,
  workdays: (days: number, known: boolean) => `，${days} 个工作日${known ? '' : '（缺当年节假日表，按周一至周五计）'}`,
  confirm: '回车确定，Esc 取消',
  name: (row: number, title: string, start: string, finish: string) =>
    `第 ${row} 行，${title}，计划 ${start || '未定'} 至 ${finish || '未定'}`,
  nameApproved: (start: string, finish: string) => `批准 ${start || '未定'} 至 ${finish || '未定'}`,
  nameActual: (start: string, finish: string) => `实际 ${start || '未填'} 至 ${finish || '未完成'}`,
  comma: '，',
  keysTitle: '图例和操作说明',
  keys: '拖动时间条移动整个节点，拖动两端改变开始或完成日期。键盘：Tab 到时间条，↑↓ 换节点，Alt+←→ 移动一天，Alt+Shift+←→ 改变完成日期，回车确定，Esc 取消。已批准的计划改动日期要填写原因。',
  legend: {
    plan: '计划',
    progress: '已完成部分',
    overdue: '逾期（斜线）',
    approved: '批准的计划',
    actual: '实际',
    milestone: '一天完成的节点',
    off: '休息日',
    today: '今天',
  },
};
