import { BarChart, CustomChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { SectionMastery } from '@shared/study/blind-spots/mastery.ts';
import { percentOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { chartHeight, chartOption, shownSections } from './chart-option.ts';

register([BarChart, CustomChart, AriaComponent, GridComponent, MarkLineComponent, SVGRenderer]);

interface MasteryChartProps {
  readonly sections: readonly SectionMastery[];
  readonly passLine: number;
}

/** Mastery of the sections as bars. The table above says the same in figures. */
export default function MasteryChart({ sections, passLine }: MasteryChartProps) {
  const { blindSpots: words } = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    const parts = shownSections(sections).map(({ section, estimate }) => words.chart.part(section, words.rate(percentOf(estimate))));
    const texts = {
      label: words.chart.label(parts.join(words.chart.separator)),
      passLine: words.chart.passLine(passLine),
    };
    const chart = init(place, null, { renderer: 'svg' });
    chart.setOption(chartOption({ sections, passLine, font: getComputedStyle(place).fontFamily, texts }));
    const watch = new ResizeObserver(() => {
      if (place.clientWidth !== chart.getWidth()) chart.resize();
    });
    watch.observe(place);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [sections, passLine, words]);
  return (
    <figure className="blind-figure" aria-label={words.chart.title}>
      <div ref={box} className="blind-chart" style={{ height: chartHeight(sections) }} />
      <figcaption className="soft">{words.chart.hint}</figcaption>
    </figure>
  );
}
