import type { Light } from '../../../projects/schedule/light.ts';

const lights: Record<Light, string> = { green: '● 绿：按期', yellow: '▲ 黄：关注', red: '■ 红：滞后' };

/** Dates, lights and what waits for what: used wherever a plan is shown. */
export const projectSchedule = {
  lights,
  /** Years in words, e.g. 2027、2028 */
  withoutCalendar: (years: readonly number[]) =>
    `还没有 ${years.join('、')} 年的法定节假日和调休安排。这些年份的工作日暂按周一至周五推算，只供参考。`,
  withoutCalendarNext: '国务院办公厅公布放假通知后，局里会在“规则”数据包中下发；收到后导入数据包，日期会自动重新推算。',
  toPackages: '导入数据包',
  waitsFor: (title: string, owner: string) => (owner === '' ? `“${title}”` : `“${title}”（${owner}）`),
  unnamed: '未命名节点',
};
