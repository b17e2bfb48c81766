import { useId, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { PlanNode } from '@shared/model/project.ts';
import type { BarDates } from '@shared/projects/bars/moves.ts';
import { distance, type BarUnit } from '@shared/projects/bars/scale.ts';
import type { LegalCalendar } from '@shared/projects/schedule/calendar.ts';
import { useWords } from '../../../words.tsx';
import { BarLinks } from './shapes/bar-links.tsx';
import { BarPatterns } from './shapes/bar-patterns.tsx';
import { BarRows } from './shapes/bar-rows.tsx';
import type { BarDrawing } from './shapes/drawing.ts';
import { OffDays } from './shapes/off-days.tsx';
import { screenScale } from './screen-scale.ts';
import { TimeHead } from './time-head.tsx';
import { MovingNotice } from './moving-notice.tsx';
import { useBarMoves } from './use-bar-moves.ts';
import { useBarWindow } from './use-bar-window.ts';
import './bars.css';

export interface BarsProps {
  readonly rows: readonly PlanNode[];
  /** What was approved; empty before that. */
  readonly baseline: readonly PlanNode[];
  readonly calendar: LegalCalendar;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
  readonly unit: BarUnit | 'fit';
  /** CSS pixels, of the table beside it: both scroll together, and their heads are of one height. */
  readonly scrollTop: number;
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly onScroll: (scrollTop: number) => void;
  /** New planned dates of a node. The bar shows the old ones until the rows change. */
  readonly onMove: (nodeId: string, dates: BarDates) => void;
}

/** The plan as bars over time, row by row beside its table. Only the rows in sight are drawn. */
export function Bars({ rows, baseline, calendar, today, unit, scrollTop, rowHeight, headHeight, onScroll, onMove }: BarsProps) {
  const { projectBars } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const patterns = useId();
  const { shown, width, look } = useBarWindow(box, { rowHeight, headHeight, count: rows.length });
  const approved = useMemo(() => new Map(baseline.map((node) => [node.id, node])), [baseline]);
  const wanted = useMemo(() => screenScale({ rows, baseline, today, unit, width }), [rows, baseline, today, unit, width]);
  const { first, days, dayLength, unit: drawnUnit } = wanted;
  const drawing: BarDrawing = useMemo(
    () => ({ scale: { unit: drawnUnit, first, days, dayLength }, rowHeight, today, approved, patterns }),
    [drawnUnit, first, days, dayLength, rowHeight, today, approved, patterns],
  );
  const [active, setActive] = useState(0);
  const moves = useBarMoves({ rows, active, dayLength, onActive: setActive, onMove });

  useLayoutEffect(() => {
    if (box.current && Math.abs(box.current.scrollTop - scrollTop) >= 1) box.current.scrollTop = scrollTop;
  }, [scrollTop]);
  useScrollToDay(box, drawing, width);

  const size = { width: Math.max(1, days * dayLength), height: (shown.to - shown.from) * rowHeight };
  const todayAt = (distance(first, today) + 0.5) * dayLength;
  return (
    <div
      ref={box}
      className="bars-box"
      onScroll={({ currentTarget }) => {
        look();
        if (Math.abs(currentTarget.scrollTop - scrollTop) >= 1) onScroll(currentTarget.scrollTop);
      }}
    >
      <MovingNotice draft={moves.draft} rows={rows} calendar={calendar} />
      <div
        className="bars-canvas"
        style={{ width: size.width, height: headHeight + (rows.length + 1) * rowHeight /* one for the table's spare row */ }}
      >
        <TimeHead scale={drawing.scale} calendar={calendar} height={headHeight} todayAt={todayAt} />
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is with its options, one at a time */}
        <svg
          className="bars-rows"
          style={{ top: headHeight + shown.from * rowHeight }}
          {...size}
          viewBox={`0 ${shown.from * rowHeight} ${size.width} ${size.height}`}
          role="listbox"
          aria-label={projectBars.label}
          {...moves.events}
        >
          <BarPatterns id={patterns} />
          <OffDays drawing={drawing} calendar={calendar} shown={shown} />
          <line className="bars-today" x1={todayAt} x2={todayAt} y1={shown.from * rowHeight} y2={shown.to * rowHeight} />
          <BarLinks rows={rows} drawing={drawing} shown={shown} />
          <BarRows rows={rows} drawing={drawing} shown={shown} active={active} draft={moves.draft} focused={moves.focused} />
        </svg>
      </div>
    </div>
  );
}

/** Shows today at first and in every new scale; where only the beginning of the scale changed, what was in sight stays there. */
function useScrollToDay(box: RefObject<HTMLDivElement | null>, { scale, today }: BarDrawing, width: number): void {
  const before = useRef<BarDrawing['scale'] | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || width === 0) return;
    const old = before.current;
    before.current = scale;
    const sameScale = old?.unit === scale.unit && old.dayLength === scale.dayLength;
    const dayInSight = sameScale ? distance(scale.first, old.first) + element.scrollLeft / scale.dayLength : distance(scale.first, today);
    showAt(element, dayInSight * scale.dayLength - (sameScale ? 0 : width / 3));
  }, [box, scale, today, width]);
}

function showAt(element: HTMLElement, left: number): void {
  element.scrollLeft = left;
}
