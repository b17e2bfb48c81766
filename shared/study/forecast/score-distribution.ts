/** Wrong answers: so many that may come, each with this chance and this loss in points. The count need not be whole. */
export interface Missing {
  readonly count: number;
  readonly chance: number;
  readonly loss: number;
}

/** One of the cases that may be, with its weight among all. */
export interface Case {
  readonly weight: number;
  readonly missing: readonly Missing[];
}

/** How likely each score is. */
export interface ScoreDistribution {
  /** Share of the full score, 0 to 1. */
  readonly mean: number;
  /** The chance of less, and of more, than so many percent. */
  below(percent: number): number;
  above(percent: number): number;
}

/** A paper is looked at in at most so many steps. */
const mostSteps = 1_000;

/** Adds up what is lost, wrong answer by wrong answer, in the steps in which the paper is scored. */
export function distributionOf(
  cases: readonly Case[],
  parts: readonly { readonly count: number; readonly scoreEach: number }[],
): ScoreDistribution {
  const full = parts.reduce((sum, { count, scoreEach }) => sum + count * scoreEach, 0);
  const step = Math.max(full / mostSteps, parts.map(({ scoreEach }) => Math.round(100 * scoreEach)).reduce(greatestDivisor) / 100);
  const steps = Math.round(full / step);
  const lost = new Float64Array(steps + 1);
  const whole = cases.reduce((sum, { weight }) => sum + weight, 0);
  for (const { weight, missing } of cases) {
    const own = lostIn(missing, step, steps);
    for (let place = 0; place <= steps; place += 1) lost[place] = (lost[place] ?? 0) + (weight / whole) * (own[place] ?? 0);
  }
  return read(lost);
}

function read(lost: Float64Array): ScoreDistribution {
  const steps = lost.length - 1;
  const percentAt = (place: number): number => 100 * (1 - place / steps);
  const sum = (wanted: (percent: number) => boolean): number =>
    lost.reduce((total, chance, place) => total + (wanted(percentAt(place)) ? chance : 0), 0);
  return {
    mean: 1 - lost.reduce((total, chance, place) => total + chance * place, 0) / steps,
    below: (percent) => sum((score) => score < percent - tiny),
    above: (percent) => sum((score) => score > percent + tiny),
  };
}

const tiny = 1e-6;

function lostIn(missing: readonly Missing[], step: number, steps: number): Float64Array {
  let lost = new Float64Array(steps + 1);
  lost[0] = 1;
  for (const { count, chance, loss } of missing) {
    for (let left = count; left > 1e-9; left -= 1) lost = withAnswer(lost, Math.min(1, left) * chance, loss / step);
  }
  return lost;
}

/** One more answer that may be wrong. A loss between two steps is split between them. */
function withAnswer(lost: Float64Array, chance: number, loss: number): Float64Array<ArrayBuffer> {
  const whole = Math.floor(loss);
  const last = lost.length - 1;
  const [none, less, more] = [1 - chance, chance * (1 - (loss - whole)), chance * (loss - whole)];
  const next = new Float64Array(lost.length);
  for (let place = 0; place <= last; place += 1) {
    const here = lost[place] ?? 0;
    if (here === 0) continue;
    next[place] = (next[place] ?? 0) + none * here;
    const [one, other] = [Math.min(last, place + whole), Math.min(last, place + whole + 1)];
    next[one] = (next[one] ?? 0) + less * here;
    next[other] = (next[other] ?? 0) + more * here;
  }
  return next;
}

const greatestDivisor = (one: number, other: number): number => (other === 0 ? one : greatestDivisor(other, one % other));
