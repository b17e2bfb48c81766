import { memo, useMemo } from 'react';
import type { Messages } from '@shared/messages/index.ts';
import { headLines, type HeadCell } from '@shared/projects/bars/heads.ts';
import type { BarScale } from '@shared/projects/bars/scale.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { useWords } from '../../../words.tsx';

interface TimeHeadProps {
  readonly scale: BarScale;
  readonly calendar: LegalCalendar;
  /** CSS pixels. */
  readonly height: number;
  readonly todayAt: number;
}

/** Months or years, below them the units of the scale. A picture for the eye: every bar says its dates itself. */
export const TimeHead = memo(function TimeHead({ scale, calendar, height, todayAt }: TimeHeadProps) {
  const { projectBars } = useWords();
  const lines = useMemo(() => headLines(scale), [scale]);
  const { dayLength } = scale;
  const middle = height / 2;
  return (
    <svg className="bars-head" width={Math.max(1, scale.days * dayLength)} height={height} aria-hidden>
      {lines.upper.map((cell) => (
        <Cell
          key={cell.from}
          cell={cell}
          dayLength={dayLength}
          top={0}
          bottom={height}
          text={upperText(cell, projectBars, calendar)}
          least={64}
        />
      ))}
      {lines.lower.map((cell) => (
        <Cell
          key={cell.from}
          cell={cell}
          dayLength={dayLength}
          top={middle}
          bottom={height}
          text={lowerText(cell, projectBars)}
          least={18}
        />
      ))}
      <line className="bars-head-line" x1={0} x2={scale.days * dayLength} y1={middle} y2={middle} />
      <line className="bars-today" x1={todayAt} x2={todayAt} y1={0} y2={height} />
      <text className="bars-today-text" x={todayAt + 4} y={middle - 5}>
        {projectBars.today}
      </text>
    </svg>
  );
});

interface CellProps {
  readonly cell: HeadCell;
  readonly dayLength: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  /** A narrower cell has no words. */
  readonly least: number;
}

function Cell({ cell, dayLength, top, bottom, text, least }: CellProps) {
  const [x, width] = [cell.from * dayLength, (cell.to - cell.from) * dayLength];
  return (
    <>
      <line className="bars-head-line" x1={x} x2={x} y1={top} y2={bottom} />
      {width >= least && (
        <text className="bars-head-text" x={x + 4} y={top === 0 ? bottom / 4 : (top + bottom) / 2} dominantBaseline="central">
          {text}
        </text>
      )}
    </>
  );
}

const monthOf = (day: string): number => Number(day.slice(5, 7));

function upperText({ unit, day }: HeadCell, words: Messages['projectBars'], calendar: LegalCalendar): string {
  const year = Number(day.slice(0, 4));
  const text = unit === 'year' ? words.upper.year(year) : words.upper.month(year, monthOf(day));
  return calendar.knows(year) ? text : words.noHolidays(text);
}

const lowerText = ({ unit, day }: HeadCell, { lower }: Messages['projectBars']): string =>
  unit === 'year' ? '' : lower[unit](monthOf(day), Number(day.slice(8)));
