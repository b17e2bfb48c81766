import { canonicalJson } from '../../bank/changes.ts';
import { planFileFields, type PlanFileField } from '../../model/plan-file.ts';
import type { PlanNode, Project } from '../../model/project.ts';
import type { ProjectSnapshot } from '../../model/reviewing.ts';

export const comparedProjectFields = [
  'title',
  'number',
  'unitName',
  'branch',
  'secretary',
  'topicSource',
  'year',
  'contact',
  'specialty',
  'startDate',
  'endDate',
  'background',
  'problem',
  'measures',
  'effect',
  'outcome',
  'indicators',
] as const satisfies readonly (keyof Project)[];

/** Notes that a project keeps beside its plan. */
export const comparedNotes = ['events', 'changes', 'entries', 'months'] as const satisfies readonly (keyof ProjectSnapshot)[];
export type ComparedNotes = (typeof comparedNotes)[number];

/** One cell in which snapshots differ. `values` are one a snapshot, in their order: null where it has no such row. */
export type SnapshotDifference =
  | { readonly part: 'project'; readonly field: (typeof comparedProjectFields)[number]; readonly values: readonly string[] }
  | {
      readonly part: 'node';
      readonly nodeId: string;
      /** As the first snapshot that has it calls it. */
      readonly title: string;
      readonly field: PlanFileField;
      readonly values: readonly (string | null)[];
    }
  /** Whole notes, in words; of a step of the way the kind of its action. */
  | { readonly part: ComparedNotes; readonly id: string; readonly values: readonly (string | null)[] };

/** Where snapshots of one project say different things, in the order of the form, the table and the notes. */
export function snapshotDifferences(snapshots: readonly ProjectSnapshot[]): readonly SnapshotDifference[] {
  return [
    ...comparedProjectFields.flatMap((field) => {
      const values = snapshots.map(({ project }) => textOf(project[field]));
      return differ(values) ? [{ part: 'project' as const, field, values }] : [];
    }),
    ...nodeDifferences(snapshots.map(({ nodes }) => nodes)),
    ...comparedNotes.flatMap((part) => noteDifferences(part, snapshots)),
  ];
}

function nodeDifferences(plans: readonly (readonly PlanNode[])[]): readonly SnapshotDifference[] {
  const tables = plans.map((nodes) => new Map(nodes.map((node) => [node.id, node])));
  const ids = new Set(plans.flatMap((nodes) => nodes.toSorted((one, other) => one.order - other.order).map(({ id }) => id)));
  return [...ids].flatMap((nodeId) => {
    const rows = tables.map((table) => table.get(nodeId) ?? null);
    const title = rows.find((row) => row !== null)?.title ?? '';
    const fields = rows.includes(null) ? (['title'] as const) : planFileFields;
    return fields.flatMap((field) => {
      const values = rows.map((row) => row && textOf(row[field]));
      return differ(values) ? [{ part: 'node' as const, nodeId, title, field, values }] : [];
    });
  });
}

function noteDifferences(part: ComparedNotes, snapshots: readonly ProjectSnapshot[]): readonly SnapshotDifference[] {
  const tables = snapshots.map((snapshot) => new Map(notesOf(snapshot, part).map((note) => [note.id, note])));
  const ids = new Set(tables.flatMap((table) => [...table.keys()]));
  return [...ids].flatMap((id) => {
    const notes = tables.map((table) => table.get(id) ?? null);
    return differ(notes.map((note) => note && note.whole)) ? [{ part, id, values: notes.map((note) => note && note.text) }] : [];
  });
}

interface Note {
  readonly id: string;
  readonly text: string;
  /** Everything in it, to compare by. */
  readonly whole: string;
}

function notesOf({ events, changes, entries, months }: ProjectSnapshot, part: ComparedNotes): readonly Note[] {
  const note = (row: { readonly id: string }, ...parts: readonly string[]): Note => ({
    id: row.id,
    text: parts.filter(Boolean).join(' '),
    whole: canonicalJson(row),
  });
  switch (part) {
    case 'events':
      return events.map((event) => note(event, event.action.kind));
    case 'changes':
      return changes.map((change) => note(change, change.nodeTitle, `${change.before} → ${change.after}`, change.reason));
    case 'entries':
      return entries.map((entry) => note(entry, entry.date, entry.what, entry.problem, entry.next));
    case 'months':
      return months.map((report) => note(report, report.month, report.progress, report.problem, report.coordination, report.next));
  }
}

const differ = (values: readonly (string | null)[]): boolean => new Set(values).size > 1;

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : canonicalJson(value));
