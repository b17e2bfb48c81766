import type { Source, SourceLocation, SourceProbe } from '@shared/ipc/contract.ts';
import type { Found } from '../run/found.ts';
import type { Probing } from '../sources/probing.ts';
import type { SourceList } from '../sources/sources.ts';
import type { Notes } from './notes.ts';
import type { Waiting } from './waiting.ts';

export interface SourceChangesOptions {
  readonly probing: Probing;
  readonly sources: SourceList;
  readonly found: Found;
  readonly waiting: Waiting;
  readonly notes: Notes;
}

/** The list of sources as a person changes it. All throw Refusal. */
export interface SourceChanges {
  sourceAt(location: SourceLocation): Promise<Source | null>;
  probe(location: SourceLocation): Promise<SourceProbe>;
  add(probe: string): Promise<Source>;
  /** What the source brought stays installed, and the floor of its publisher stays; what waits of a publisher that has no source any more is gone. */
  remove(id: string): Promise<void>;
  order(ids: readonly string[]): Promise<void>;
}

export function createSourceChanges({ probing, sources, found, waiting, notes }: SourceChangesOptions): SourceChanges {
  return {
    sourceAt: probing.sourceAt,
    probe: probing.probe,
    async add(probe) {
      const before = new Set((await sources.list()).map(({ id, publisher }) => `${id} ${publisher}`));
      const source = await probing.add(probe);
      if (!before.has(`${source.id} ${source.publisher}`)) await notes.trusted(source);
      return source;
    },
    async remove(id) {
      const entry = (await sources.list()).find((other) => other.id === id);
      if (!entry) return;
      await sources.remove(id);
      await notes.removed(entry);
      const { publisher } = entry;
      if ((await sources.list()).some((other) => other.publisher === publisher)) return;
      waiting.drop((staged) => staged.publisher === publisher);
      await found.drop((version) => version.publisher === publisher);
    },
    order: sources.order,
  };
}
