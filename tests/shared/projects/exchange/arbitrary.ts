import fc from 'fast-check';
import { linkTypes, type Dependency, type PlanNode } from '@shared/model/project.ts';
import { blankNode } from '@shared/projects/complete.ts';

/** Texts with what spreadsheets and XML find hard: formulas, markup, line ends, escapes, characters of two halves. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '',
    '=1+1',
    '2026.9.5',
    '  前后有空格  ',
    '第一行\n第二行',
    '<b>&amp;</b>',
    '_x0041_',
    '００１',
    '0.50',
    "'引号",
    '9月底前',
    'a\tb',
  ),
);

const day = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 0, max: 36_000 }).map((days) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)),
);

const lag = fc.integer({ min: -48_000, max: 48_000 }).map((tenths) => tenths / 4_800);

const link = (ids: readonly string[]): fc.Arbitrary<Dependency> =>
  fc
    .record({ nodeId: fc.constantFrom(...ids), type: fc.constantFrom(...linkTypes), lag, elapsed: fc.boolean() })
    .map((one) => ({ ...one, elapsed: one.elapsed && one.lag !== 0 }));

const node = (id: string, order: number, ids: readonly string[]): fc.Arbitrary<PlanNode> =>
  fc
    .record({
      phase: text,
      title: text,
      duty: text,
      deliverable: text,
      owner: text,
      department: text,
      supporters: text,
      nextSteps: text,
      note: text,
      plannedStart: day,
      plannedFinish: day,
      actualStart: day,
      actualFinish: day,
      weight: fc.constantFrom(0, 0.5, 1, 3, 1_000),
      progress: fc.constantFrom(0, 33.5, 50, 100),
      dependencies: fc.uniqueArray(link(ids.filter((other) => other !== id)), { selector: ({ nodeId }) => nodeId, maxLength: 3 }),
    })
    .map((fields) => ({ ...blankNode('p1', id), order, ...fields }));

/** Plans of two to six nodes, sorted by order. */
export const anyPlan: fc.Arbitrary<PlanNode[]> = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, place) => `node-${place + 1}`);
  return fc.tuple(...ids.map((id, place) => node(id, place + 1, ids)));
});
