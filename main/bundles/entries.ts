import { bundleKinds, type BundleEntry, type BundleKind } from '@shared/model/bundle.ts';
import { correctionSchema } from '@shared/model/schemas/bank.ts';
import { claimSchema, snapshotSchema } from '@shared/model/schemas/projects.ts';
import type { ProjectSnapshot } from '@shared/model/reviewing.ts';
import { readPlainJson } from './plain-json.ts';

export const isKnownKind = (kind: string): kind is BundleKind => bundleKinds.some((known) => known === kind);

/** One entry as its manifest names it. */
export interface NamedEntry {
  readonly kind: BundleKind;
  readonly id: string;
  readonly revision: number;
}

/** The entry with its content; null where that is not in the form that this program knows, or belongs to something else. */
export function readEntry({ kind, id, revision }: NamedEntry, content: string): BundleEntry | null {
  const value = readPlainJson(content);
  switch (kind) {
    case 'project': {
      const { data } = snapshotSchema.safeParse(value);
      return data && isOf(id, data) ? { kind, id, revision, content: data } : null;
    }
    case 'claim': {
      const { data } = claimSchema.safeParse(value);
      return data?.id === id ? { kind, id, revision, content: data } : null;
    }
    case 'correction': {
      const { data } = correctionSchema.safeParse(value);
      return data?.id === id ? { kind, id, revision, content: data } : null;
    }
  }
}

/** Every row belongs to the project: a snapshot changes nothing but its own. */
const isOf = (projectId: string, { project, nodes, events, changes, entries, months }: ProjectSnapshot): boolean =>
  project.id === projectId && [nodes, events, changes, entries, months].every((rows) => rows.every((row) => row.projectId === projectId));
