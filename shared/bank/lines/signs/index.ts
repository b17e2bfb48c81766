import { labelSigns, type LabelSign } from './label-signs.ts';
import { innerNumbers, startNumber, type NumberSign } from './number-signs.ts';
import { optionSigns, type OptionSign } from './option-signs.ts';

/** A place in a line where something else may begin. */
export type Sign = NumberSign | OptionSign | LabelSign;

/** Everything in a line that may be a sign, in order; of two at one place the label goes first. Which of them count depends on what stands before. */
export function signsOf(line: string): Sign[] {
  const labels = labelSigns(line);
  const start = labels[0]?.first ? null : startNumber(line);
  const numbers = innerNumbers(line).filter(({ at }) => at >= (start?.end ?? 0));
  const rank = { label: 0, number: 1, option: 2 };
  return [...labels, ...(start ? [start] : []), ...numbers, ...optionSigns(line)].toSorted(
    (one, other) => one.at - other.at || rank[one.kind] - rank[other.kind],
  );
}
