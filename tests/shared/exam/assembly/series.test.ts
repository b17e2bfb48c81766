import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { drawOne, drawTwo, entries, series } from './series.ts';

const byId = new Map(entries.map((entry) => [entry.id, entry]));
const hardness = { easy: 0.25, medium: 0.5, hard: 0.75 } as const;
const meanOf = (ids: readonly string[]): number => ids.reduce((sum, id) => sum + hardness[byId.get(id)!.difficulty], 0) / ids.length;

/** By type, section and difficulty: the least and the greatest number of papers that a question stood on. */
function usesOf(papers: readonly (readonly string[])[]): [least: number, most: number][] {
  const uses = new Map(entries.map(({ id }) => [id, 0]));
  for (const id of papers.flat()) uses.set(id, uses.get(id)! + 1);
  const cells = Map.groupBy(entries, ({ type, section, difficulty }) => `${type} ${section} ${difficulty}`);
  return [...cells.values()].map((cell) => {
    const counts = cell.map(({ id }) => uses.get(id)!);
    return [Math.min(...counts), Math.max(...counts)];
  });
}

test('over 40 papers no question of a kind is used twice more often than another of its kind', () => {
  for (const [least, most] of usesOf(series(40, 1, drawOne))) expect(most - least).toBeLessThanOrEqual(1);
});

test('over 20 pairs of papers too, but for the questions that both papers of a pair show; A is as hard as B', () => {
  const papers = series(20, 1, drawTwo);
  for (const [least, most] of usesOf(papers)) expect(most - least).toBeLessThanOrEqual(3);
  for (let pair = 0; pair < papers.length; pair += 2) expect(meanOf(papers[pair]!)).toBeCloseTo(meanOf(papers[pair + 1]!), 9);
});

test('the same seeds give the same papers in another process', () => {
  const from = (file: string): string => JSON.stringify(pathToFileURL(path.join(import.meta.dirname, file)).href);
  const code = `import { drawOne, drawTwo, series } from ${from('series.ts')};
    process.stdout.write(JSON.stringify([series(5, 77, drawOne), series(3, 2 ** 40, drawTwo)]));`;
  const alias = path.resolve(import.meta.dirname, '../../../support/source-alias.mjs');
  const output = execFileSync(process.execPath, ['--import', pathToFileURL(alias).href, '--input-type=module', '--eval', code], {
    encoding: 'utf8',
  });
  expect(JSON.parse(output)).toEqual([series(5, 77, drawOne), series(3, 2 ** 40, drawTwo)]);
});
