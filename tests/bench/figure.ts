/** One measured figure beside its peer of the same run. `met` compares the ratio with the goal. */
export interface Figure {
  /** The name by which `--only` asks for it; several figures may share one. */
  readonly group: string;
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'B';
  readonly peer: string;
  readonly peerValue: number;
  readonly ratio: number;
  readonly goal: number | null;
  readonly met: boolean | null;
  readonly note: string;
}

export function figure(input: Omit<Figure, 'ratio' | 'met'>): Figure {
  const ratio = round(input.value / input.peerValue, 3);
  return {
    ...input,
    value: round(input.value, 2),
    peerValue: round(input.peerValue, 2),
    ratio,
    met: input.goal === null ? null : ratio <= input.goal,
  };
}

/** The value below which a share of the samples lies; 0.5 is the median. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => percentile(samples, 0.5);

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
