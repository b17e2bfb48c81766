import type { FigureChange } from '../../../projects/indicators.ts';

const directions = { up: '上升', down: '下降', same: '持平' } as const satisfies Record<FigureChange['direction'], string>;

/** 下降 49.2 % */
const change = ({ direction, percent }: FigureChange): string =>
  `${directions[direction]}${direction === 'same' ? '' : percent === null ? '（基线为零，不计百分比）' : ` ${percent} %`}`;

export const projectIndicators = {
  title: '业务指标',
  hint: '填写项目要改善的业务指标，例如“中压故障”“客户平均停电时间”。没有的数可以空着。',
  empty: '还没有业务指标。',
  add: '增加一项指标',
  remove: (name: string) => `删除指标“${name || '未命名'}”`,
  removeShort: '删除',
  removed: (name: string) => `已删除指标“${name || '未命名'}”。`,
  undo: '撤销删除',
  columns: {
    name: '指标名称',
    unit: '单位',
    better: '向好方向',
    baseline: '基线',
    target: '目标',
    actual: '实际',
    lastYear: '上年同期',
  },
  better: { lower: '越低越好', higher: '越高越好' },
  field: (column: string, row: number) => `第 ${row} 项指标的${column}`,
  notANumber: '请填数字，例如 61 或 1.08；不知道就空着。',
  chart: '指标前后对比',
  nothingToCompare: '填写基线和实际（或目标）后，这里显示前后对比。',
  unnamed: '未命名指标',
  /** 中压故障 120 → 61 次，下降 49.2 % */
  effect: (name: string, unit: string, figures: FigureChange) =>
    `${name} ${figures.from} → ${figures.to}${unit === '' ? '' : ` ${unit}`}，${change(figures)}`,
  change,
  yearChange: ({ direction, percent }: FigureChange) =>
    direction === 'same'
      ? '与上年同期持平'
      : `比上年同期${directions[direction]}${percent === null ? '（上年同期为零）' : ` ${percent} %`}`,
  judged: { true: '向好', false: '变差' },
  reached: (reached: boolean, target: number) => (reached ? `已达目标 ${target}` : `未达目标 ${target}`),
  expected: (text: string) => `目标：${text}`,
  comma: '；',
  bars: { lastYear: '上年同期', baseline: '基线', target: '目标', actual: '实际' },
};
