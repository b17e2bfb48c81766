import { useId } from 'react';
import type { Indicator } from '@shared/model/project.ts';
import { useWords } from '../../words.tsx';

const kinds = ['lastYear', 'baseline', 'target', 'actual'] as const;
/** In the units of the drawing, about CSS pixels. */
const [width, labelWidth, valueWidth, rowHeight, thickness] = [560, 84, 96, 26, 16];

/**
 * The figures of one indicator as lying bars from zero. They can be told apart without colours: last year hatched, baseline
 * empty, target dashed, actual full.
 */
export function FigureBars({ indicator }: { readonly indicator: Indicator }) {
  const { bars } = useWords().projectIndicators;
  const hatch = useId();
  const known = kinds.flatMap((kind) => {
    const value = indicator[kind];
    return value === null ? [] : [{ kind, value }];
  });
  const least = Math.min(0, ...known.map(({ value }) => value));
  const most = Math.max(0, ...known.map(({ value }) => value));
  const length = (width - labelWidth - valueWidth) / (most - least || 1);
  const zero = labelWidth + -least * length;
  return (
    <svg className="figure-bars" viewBox={`0 0 ${width} ${known.length * rowHeight}`} aria-hidden>
      <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="figure-hatch" width={2} height={5} />
      </pattern>
      {known.map(({ kind, value }, row) => {
        const end = Math.max(zero, zero + value * length);
        const middle = (row + 0.5) * rowHeight;
        return (
          <g key={kind}>
            <text x={0} y={middle} dominantBaseline="central">
              {bars[kind]}
            </text>
            <rect
              className={`figure-bar figure-${kind}`}
              style={kind === 'lastYear' ? { fill: `url(#${hatch})` } : {}}
              x={Math.min(zero, zero + value * length)}
              width={Math.max(1, Math.abs(value * length))}
              y={middle - thickness / 2}
              height={thickness}
            />
            <text x={end + 8} y={middle} dominantBaseline="central">
              {indicator.unit === '' ? value : `${value} ${indicator.unit}`}
            </text>
          </g>
        );
      })}
      <line className="figure-zero" x1={zero} x2={zero} y1={0} y2={known.length * rowHeight} />
    </svg>
  );
}
