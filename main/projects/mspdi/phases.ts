/** Phases within phases stand in one cell of a plan. */
const between = ' / ';

export const joinedPhase = (path: readonly string[]): string => path.join(between);

/** The same the other way; a text that would not come back as it is stays one phase. */
export function phasePath(phase: string): string[] {
  const path = phase.split(between);
  return path.every((name) => name !== '' && name === name.trim()) ? path : phase.trim() === '' ? [] : [phase];
}
