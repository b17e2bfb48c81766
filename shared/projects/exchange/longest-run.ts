/**
 * Positions of the longest part of a list that already rises: all others have to move. Found by patience sorting, in
 * n · log n steps.
 */
export function longestRun(numbers: readonly number[]): number[] {
  const ends: number[] = []; // by length, the position of the smallest number that ends a run of that length
  const before = numbers.map((number, place) => {
    const length = firstNotBelow(ends, numbers, number);
    ends[length] = place;
    return length === 0 ? -1 : (ends[length - 1] ?? -1);
  });
  const run: number[] = [];
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) run.push(place);
  return run.toReversed();
}

function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
