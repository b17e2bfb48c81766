import type { OpenedBundle } from '@shared/ipc/projects.ts';
import type { BundleEntry, BundleManifest } from '@shared/model/bundle.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { returnFacts } from '@shared/projects/merge/facts.ts';
import { mergeReturn, nothingReturned, type ReturnsOfProject } from '@shared/projects/merge/merge.ts';
import { database } from '../../database.ts';
import { bureauSteps } from '../bureau-steps.ts';
import { returnOps } from '../return-ops.ts';

import type { EntryOutcome } from '../take-in.ts';

type Whole = Extract<OpenedBundle, { readonly ok: true }>;
type ProjectEntry = Extract<BundleEntry, { readonly kind: 'project' }>;

/** Projects of bundles on their way into work: what they come to on top of what is committed, until the ops are taken out. */
export class Returning {
  private committed = new Map<string, ReturnsOfProject>();
  private present = new Map<string, ReturnsOfProject>();

  /** How many projects wait to be committed. */
  get size(): number {
    return this.present.size;
  }

  /** Adds the projects of a bundle. */
  async add({ manifest, entries }: Whole): Promise<readonly EntryOutcome[]> {
    const projects = entries.filter((entry): entry is ProjectEntry => entry.kind === 'project');
    const steps = await bureauSteps(projects.map(({ id }) => id));
    await this.read(projects.map(({ id }) => id).filter((id) => !this.present.has(id)));
    return projects.map((entry) => {
      const { id, revision, content } = entry;
      const sha256 = hashOf(entry, manifest);
      const told = { kind: 'project' as const, id, title: content.project.title };
      if (sha256 === null) return { ...told, outcome: 'refused' };
      const incoming = {
        projectId: id,
        installation: manifest.installation,
        revision,
        sha256,
        sentAt: manifest.createdAt,
        snapshot: content,
      };
      const here = this.present.get(id) ?? nothingReturned;
      const { outcome, after } = mergeReturn(here, incoming, (snapshot) => returnFacts(snapshot, steps.get(id) ?? []));
      this.present.set(id, after);
      return { ...told, outcome };
    });
  }

  /** What leads from what is committed to what is present; from now on it counts as committed. */
  takeOps(): readonly WorkOp[] {
    const ops = [...this.present].flatMap(([id, after]) => returnOps(this.committed.get(id) ?? nothingReturned, after));
    this.committed = new Map();
    this.present = new Map();
    return ops;
  }

  private async read(ids: readonly string[]): Promise<void> {
    const [rows, plans] = await Promise.all([
      database.projectReturns
        .where('projectId')
        .anyOf([...ids])
        .sortBy('id'),
      database.returnedPlans
        .where('projectId')
        .anyOf([...ids])
        .sortBy('id'),
    ]);
    const [rowsOf, plansOf] = [Map.groupBy(rows, ({ projectId }) => projectId), Map.groupBy(plans, ({ projectId }) => projectId)];
    for (const id of ids) {
      const here = { rows: rowsOf.get(id) ?? [], plans: plansOf.get(id) ?? [] };
      this.committed.set(id, here);
      this.present.set(id, here);
    }
  }
}

/**
 * The hash that the signed manifest names for an entry; null where it names none or several, or the content is another project's
 * or says what the bureau has decided: whoever seals a bundle could write that, and a step of the bureau goes before the branch's.
 */
function hashOf({ kind, id, revision, content }: ProjectEntry, manifest: BundleManifest): string | null {
  const named = manifest.entries.filter((each) => each.kind === kind && each.id === id && each.revision === revision);
  const { project, nodes, events } = content;
  const belongs = project.id === id && nodes.every(({ projectId }) => projectId === id) && events.every(({ side }) => side === 'branch');
  return named.length === 1 && belongs ? (named[0]?.sha256 ?? null) : null;
}
