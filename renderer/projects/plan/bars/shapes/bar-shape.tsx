import type { PlanBar } from '@shared/projects/bars/layout.ts';
import { diamond, extentOf, lanes, type BarDrawing } from './drawing.ts';

interface BarShapeProps {
  readonly bar: PlanBar;
  /** 0 to 100. */
  readonly progress: number;
  /** Of the row, in CSS pixels from the top of the drawing. */
  readonly middle: number;
  readonly drawing: BarDrawing;
}

/** What is drawn of one node. Its state can be told without colours: empty, part filled, full, hatched. */
export function BarShape({ bar, progress, middle, drawing }: BarShapeProps) {
  const { dayLength } = drawing.scale;
  const lane = (name: keyof typeof lanes) => ({ y: middle + lanes[name].top, height: lanes[name].height });
  return (
    <>
      {bar.approved && <rect className="bar-approved" {...extentOf(bar.approved, dayLength)} {...lane('approved')} />}
      {bar.actual && <rect className="bar-actual" {...extentOf(bar.actual, dayLength)} {...lane('actual')} />}
      {bar.present && <Present bar={bar} progress={progress} middle={middle} drawing={drawing} />}
    </>
  );
}

function Present({ bar, progress, middle, drawing }: BarShapeProps) {
  if (!bar.present) return null;
  const { x, width } = extentOf(bar.present, drawing.scale.dayLength);
  const area = { y: middle + lanes.plan.top, height: lanes.plan.height };
  const hatched = bar.state === 'overdue' ? { style: { fill: `url(#${drawing.patterns}-overdue)` } } : {};
  const isPoint = bar.shape === 'milestone' || bar.shape === 'half';
  const done = bar.state === 'done' ? 100 : progress;
  return (
    <>
      {isPoint && <path className="bar-plan" {...hatched} d={diamondAt(x + width / 2, area.y + area.height / 2)} />}
      {!isPoint && <rect className="bar-plan" {...hatched} x={x} width={width} {...area} rx={2} />}
      {!isPoint && done > 0 && <rect className="bar-progress" x={x} width={(width * done) / 100} y={area.y + 3} height={area.height - 6} />}
      <Grips x={x} width={width} middle={middle} rowHeight={drawing.rowHeight} />
    </>
  );
}

const diamondAt = (x: number, y: number): string =>
  `M${x - diamond} ${y}l${diamond} ${-diamond}l${diamond} ${diamond}l${-diamond} ${diamond}z`;

/** CSS pixels of an end that is taken hold of; of a short bar the ends lie outside it. */
const gripWidth = 9;

/** Unseen areas as high as the row: a bar is taken by its middle, its ends change its dates. */
function Grips({
  x,
  width,
  middle,
  rowHeight,
}: {
  readonly x: number;
  readonly width: number;
  readonly middle: number;
  readonly rowHeight: number;
}) {
  const inside = width >= 4 * gripWidth ? gripWidth : 0;
  const area = { y: middle - rowHeight / 2 + 2, height: rowHeight - 4 };
  return (
    <>
      <rect className="bar-hold" x={x} width={width} {...area} rx={3} />
      <rect className="bar-end" data-grip="start" x={x + inside - gripWidth} width={gripWidth} {...area} />
      <rect className="bar-end" data-grip="finish" x={x + width - inside} width={gripWidth} {...area} />
    </>
  );
}
