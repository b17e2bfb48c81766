import { useId, type ReactNode } from 'react';
import { useWords } from '../../../words.tsx';
import { BarPatterns } from './shapes/bar-patterns.tsx';

/** What each sign of the drawing means. */
export function BarLegend() {
  const { legend } = useWords().projectBars;
  const id = useId();
  const signs: readonly [text: string, sign: ReactNode][] = [
    [legend.plan, <rect key="" className="bar-plan" x={2} y={4} width={36} height={14} rx={2} />],
    [legend.progress, <rect key="" className="bar-progress" x={2} y={7} width={36} height={8} />],
    [
      legend.overdue,
      <rect key="" className="bar-plan" style={{ fill: `url(#${id}-overdue)` }} x={2} y={4} width={36} height={14} rx={2} />,
    ],
    [legend.actual, <rect key="" className="bar-actual" x={2} y={9} width={36} height={4} />],
    [legend.approved, <rect key="" className="bar-approved" x={2} y={9} width={36} height={4} />],
    [legend.milestone, <path key="" className="bar-plan" d="M11 11l9 -9l9 9l-9 9z" />],
    [legend.off, <rect key="" className="bars-off" x={2} y={0} width={36} height={22} />],
    [legend.today, <line key="" className="bars-today" x1={20} x2={20} y1={0} y2={22} />],
  ];
  return (
    <ul className="row bars-legend">
      {signs.map(([text, sign], n) => (
        <li key={text} className={n === 2 ? 'bar bar-overdue' : 'bar'}>
          <svg width={40} height={22} aria-hidden>
            {n === 2 && <BarPatterns id={id} />}
            {sign}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
