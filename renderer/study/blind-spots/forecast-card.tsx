import { useState } from 'react';
import { fewestForForecast } from '@shared/study/forecast/forecast.ts';
import { held } from '@shared/study/forecast/calibrate.ts';
import type { BlueprintForecast } from '../../data/study/blind-spots.ts';
import { readPastForecasts } from '../../data/study/forecasts.ts';
import { useLive } from '../../data/live.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { PastForecasts } from './past-forecasts.tsx';

interface ForecastCardProps {
  readonly forecasts: readonly BlueprintForecast[];
  readonly answers: number;
}

/** What would be scored today, on what that rests, and how well it held until now. */
export function ForecastCard({ forecasts, answers }: ForecastCardProps) {
  const { forecast: words } = useWords().blindSpots;
  const said = forecasts.flatMap(({ blueprint, forecast }) => (forecast ? [{ blueprint, forecast }] : []));
  return (
    <section className="card blind-forecast" aria-label={words.title}>
      <h2>{words.title}</h2>
      {forecasts.length === 0 && <p>{words.noBlueprint}</p>}
      {forecasts.length > 0 && answers < fewestForForecast && <p>{words.tooFew(answers, fewestForForecast - answers)}</p>}
      {said.map(({ blueprint, forecast }) => (
        <p key={blueprint.id}>
          <strong>{words.line(blueprint.title, forecast.expected, forecast.low, forecast.high)}</strong>
        </p>
      ))}
      {said.length > 0 && <p className="soft">{words.basis(answers)}</p>}
      {said.length > 0 && <p className="soft">{words.scale}</p>}
      <Held />
    </section>
  );
}

function Held() {
  const { forecast: words } = useWords().blindSpots;
  const { person } = useSession();
  const past = useLive(() => readPastForecasts(person.id), [person.id]);
  const [isOpen, setOpen] = useState(false);
  if (!past) return null;
  if (past.length === 0) return <p className="soft">{words.noPast}</p>;
  return (
    <>
      <div className="row">
        <p className="blind-held">{words.held(past.length, past.filter(held).length)}</p>
        {!isOpen && <Button onClick={() => setOpen(true)}>{words.showPast(past.length)}</Button>}
      </div>
      {isOpen && <PastForecasts past={past} />}
    </>
  );
}
