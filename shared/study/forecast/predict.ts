import type { Draw } from './draws.ts';
import { logistic, oddsOf } from './fit.ts';
import type { Model } from './model.ts';
import { distributionOf, type Missing, type ScoreDistribution } from './score-distribution.ts';

/** How much better or worse a person's day is than usual, as deviation of log odds. */
const formDeviation = 0.1;

/** Places on a normal curve, in deviations, close enough together for its quantiles. */
const places = Array.from({ length: 15 }, (_, place) => (place - 7) / 2);

/**
 * How likely each score of a paper is that is drawn like this. The luck of single answers and of the draw adds up by itself;
 * how little the rates are known and the form of the day move all log odds together, so that who gets nearly everything
 * right can win little and lose more. Null where nothing is drawn.
 */
export function predict(model: Model, draws: readonly Draw[]): ScoreDistribution | null {
  if (draws.length === 0) return null;
  const rated = draws.map((draw) => rate(model, draw));
  const deviation = Math.hypot(unknownOf(model, rated), formDeviation);
  const cases = places.map((place) => ({
    weight: Math.exp(-(place ** 2) / 2),
    missing: rated.map((draw) => missingIn(draw, place * deviation)),
  }));
  return distributionOf(
    cases,
    draws.map(({ count, scoreEach }) => ({ count, scoreEach })),
  );
}

interface RatedDraw extends Draw {
  /** What one right answer brings more than a wrong one. */
  readonly gain: number;
  readonly rated: readonly { readonly columns: readonly number[]; readonly group: number; readonly odds: number; readonly share: number }[];
}

function rate(model: Model, draw: Draw): RatedDraw {
  const rated = draw.chances.map(({ section, topic, pool, share }) => {
    const kind = { columns: model.columnsOf(section, { ...pool, timed: true, recent: true }), group: model.groupOf({ section, topic }) };
    return { ...kind, share, odds: oddsOf(kind, model.fit.columns, model.fit.groups) };
  });
  return { ...draw, gain: draw.scoreEach * (1 - draw.partial), rated };
}

/** How little the rates are known: the deviation of log odds that, the same for all questions, moves the score as much. */
function unknownOf(model: Model, draws: readonly RatedDraw[]): number {
  const columns = Array.from({ length: model.columns }, () => 0);
  const groups = Array.from({ length: model.groups }, () => 0);
  let pull = 0;
  for (const { count, gain, rated } of draws) {
    for (const { share, odds, group, columns: own } of rated) {
      const chance = logistic(odds);
      const slope = count * gain * share * chance * (1 - chance);
      pull += slope;
      for (const column of own) columns[column] = (columns[column] ?? 0) + slope;
      groups[group] = (groups[group] ?? 0) + slope;
    }
  }
  return pull > 0 ? Math.sqrt(model.fit.varianceOf(columns, groups)) / pull : 0;
}

/**
 * The wrong answers among a draw when all log odds are moved by so much. Where most of a small bank is drawn, the draw itself
 * leaves less to luck: fewer answers, each likelier to be wrong, have that variance.
 */
function missingIn({ count, gain, rated, from }: RatedDraw, moved: number): Missing {
  let [mean, square] = [0, 0];
  for (const { share, odds } of rated) {
    const wrong = logistic(-odds - moved);
    mean += share * wrong;
    square += share * wrong ** 2;
  }
  const drawn = Math.min(1, count / Math.max(1, from));
  const chance = Math.min(1, mean + (drawn * Math.max(0, square - mean ** 2)) / mean);
  return { chance, count: (count * mean) / chance, loss: gain };
}
