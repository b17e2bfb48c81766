import { held } from '@shared/study/forecast/calibrate.ts';
import type { PastForecast } from '../../data/study/forecasts.ts';
import { dayOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

/** Each forecast beside the score that came of it. */
export function PastForecasts({ past }: { readonly past: readonly PastForecast[] }) {
  const { forecast: words } = useWords().blindSpots;
  const { columns } = words;
  return (
    <div className="blind-scroll">
      <table className="table" aria-label={words.past}>
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.paper}</th>
            {[columns.expected, columns.range, columns.score].map((column) => (
              <th key={column} scope="col" className="num">
                {column}
              </th>
            ))}
            <th scope="col">{columns.held}</th>
          </tr>
        </thead>
        <tbody>
          {past.map((one) => (
            <tr key={one.forecast.id}>
              <td className="blind-date">{dayOf(one.handedInAt)}</td>
              <td>{one.title}</td>
              <td className="num">{one.forecast.expected}</td>
              <td className="num">{`${one.forecast.low}～${one.forecast.high}`}</td>
              <td className="num">{one.percent}</td>
              <td>
                <Held past={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Held({ past }: { readonly past: PastForecast }) {
  const { forecast: words } = useWords().blindSpots;
  if (held(past)) return <Tag tone="good">{words.inside}</Tag>;
  return <Tag tone="warn">{past.percent > past.forecast.high ? words.above : words.below}</Tag>;
}
