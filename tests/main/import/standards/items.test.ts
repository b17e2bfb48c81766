import { expect, test } from 'vitest';
import { limits } from '../../../../main/limits.ts';
import { closeItems, closeLines, placeAt, type Item } from '../../../../main/import/standards/items.ts';
import { refusalOf } from './support.ts';

const ignored: Item['outcome'] = { kind: 'ignored', findings: [] };

test('more items than a file may have refuse it', () => {
  const items = Array.from({ length: limits.importRows + 1 }, (_, at): Item => ({ place: placeAt(at + 1), outcome: ignored }));
  expect(refusalOf(closeItems(items))).toMatch(/^too-many-rows /);
  expect(closeItems(items.slice(1))).toMatchObject({ accounted: { source: limits.importRows, ignored: limits.importRows } });
});

test('lines of no item are ignored, empty ones are none, and a line of several items counts once', () => {
  const items: Item[] = [
    { place: placeAt(2, 4), outcome: { kind: 'heading', findings: [] } },
    { place: placeAt(2), outcome: ignored },
  ];
  expect(closeLines('a\nb\n\nd\ne', items)).toMatchObject({ accounted: { source: 4, questions: 0, headings: 2, refused: 0, ignored: 2 } });
});
