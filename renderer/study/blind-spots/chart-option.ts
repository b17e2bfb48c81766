import type { BarSeriesOption, CustomSeriesOption } from 'echarts/charts';
import type { AriaComponentOption, GridComponentOption, MarkLineComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import { fewestAnswers, stateOf, type MasteryState, type SectionMastery } from '@shared/study/blind-spots/mastery.ts';
import { percentOf } from '../../ui/format.ts';

export type ChartOption = ComposeOption<
  BarSeriesOption | CustomSeriesOption | AriaComponentOption | GridComponentOption | MarkLineComponentOption
>;

export interface ChartInput {
  readonly sections: readonly SectionMastery[];
  readonly passLine: number;
  readonly font: string;
  readonly texts: {
    /** Read instead of the picture. */
    readonly label: string;
    readonly passLine: string;
  };
}

type Decal = NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>;

const ink = '#1f2329';
const soft = '#51565d';
const colours = { few: '#d5d8dc', weak: '#c2484c', shaky: '#c99a3a', sound: '#4f9a6d' } as const satisfies Record<MasteryState, string>;
/** Told apart in black and white too: weak is striped, shaky is dotted, sound is plain. */
const patterns = {
  few: null,
  weak: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(255,255,255,0.75)' },
  shaky: { symbol: 'circle', symbolSize: 0.6, dashArrayX: [[6, 6]], dashArrayY: [6, 6], color: 'rgba(255,255,255,0.85)' },
  sound: { symbol: 'none' },
} satisfies Record<MasteryState, Decal | null>;

/** The sections of which something can be said, in their order from above. */
export const shownSections = (sections: readonly SectionMastery[]): SectionMastery[] =>
  sections.filter(({ answers }) => answers >= fewestAnswers);

/** Height that the chart needs, in pixels. */
export const chartHeight = (sections: readonly SectionMastery[]): number => 70 + 44 * shownSections(sections).length;

/** Bars with their ranges and the pass line. Nothing moves and nothing floats, so that it prints as it looks. */
export function chartOption({ sections, passLine, font, texts }: ChartInput): ChartOption {
  const shown = shownSections(sections);
  return {
    animation: false,
    textStyle: { fontFamily: font, fontSize: 14, color: ink },
    aria: { enabled: true, label: { description: texts.label }, decal: { show: true } },
    grid: { left: 8, right: 56, top: 30, bottom: 8, outerBounds: { left: 0, right: 0, top: 0, bottom: 0 } },
    xAxis: { type: 'value', min: 0, max: 100, axisLabel: { formatter: '{value}%', color: soft, fontSize: 14 } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: shown.map(({ section }) => section),
      axisTick: { show: false },
      axisLabel: { color: ink, fontSize: 14, width: 250, overflow: 'break' },
    },
    series: [bars(shown, { passLine, texts }), ranges(shown, font)],
  };
}

function bars(shown: readonly SectionMastery[], { passLine, texts }: Pick<ChartInput, 'passLine' | 'texts'>): BarSeriesOption {
  return {
    type: 'bar',
    silent: true,
    barMaxWidth: 22,
    data: shown.map((section) => {
      const state = stateOf(section, passLine);
      return {
        value: percentOf(section.estimate),
        itemStyle: { color: colours[state], ...(patterns[state] && { decal: patterns[state] }) },
      };
    }),
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: soft, type: 'dashed' },
      label: { formatter: texts.passLine, position: 'start', color: soft, fontSize: 14 },
      data: [{ xAxis: passLine }],
    },
  };
}

/** A thin line from the lower to the upper end of a range, with the rate beside it. */
function ranges(shown: readonly SectionMastery[], font: string): CustomSeriesOption {
  const label = { fill: ink, stroke: '#ffffff', lineWidth: 4, fontSize: 14, fontFamily: font };
  return {
    type: 'custom',
    silent: true,
    z: 3,
    data: shown.map(({ low, high, estimate }, place) => [place, percentOf(low), percentOf(high), percentOf(estimate)]),
    encode: { x: [1, 2], y: 0 },
    renderItem: (_, api) => {
      const [left = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
      const [right = 0] = api.coord([api.value(2), api.value(0)]);
      const line = (x1: number, y1: number, x2: number, y2: number) =>
        ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: ink, lineWidth: 2 } }) as const;
      return {
        type: 'group',
        children: [
          line(left, y, right, y),
          line(left, y - 6, left, y + 6),
          line(right, y - 6, right, y + 6),
          { type: 'text', x: right + 8, y: y - 8, style: { ...label, text: `${Number(api.value(3))}%` } },
        ],
      };
    },
  };
}
