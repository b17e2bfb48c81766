import Dexie from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import { database } from '../../../../renderer/data/database.ts';
import { readStateWith } from '../../../../renderer/data/projects/events.ts';
import { readStandpoints, type Standpoint } from '../../../../renderer/data/projects/register/stages.ts';
import { approvalOps } from '../../projects/changes/approved.ts';
import { node, project } from '../../projects/nodes.ts';

const steps = approvalOps(project, [node(1)], '2026-03-05').flatMap((op) => ('put' in op ? [op.put as ProjectEvent] : []));
const none = new Map<string, readonly ProjectEvent[]>();

beforeEach(async () => {
  await database.delete();
  await database.open();
});

/** As the journal's projection writes: of a write without a transaction Dexie tells live queries before it is there. */
const inOneStep = (write: () => PromiseLike<unknown>) =>
  database.transaction('rw', database.projectEvents, async () => void (await write()));

async function standpoint(published: ReadonlyMap<string, readonly ProjectEvent[]> = none): Promise<Standpoint | undefined> {
  return (await readStandpoints([project.id], published)).get(project.id);
}

describe('where projects stand', () => {
  it('follows every step, as the whole state does', async () => {
    expect(await standpoint()).toEqual({ stage: 'draft', approvedOn: '' });
    for (const step of steps) {
      await database.projectEvents.put(step);
      const { stage, approvedOn } = await readStateWith(project.id, []);
      expect(await standpoint()).toEqual({ stage, approvedOn });
    }
    expect(await standpoint()).toEqual({ stage: 'approved', approvedOn: '2026-03-05' });
  });

  it('counts the steps of packages, and forgets them with the package', async () => {
    const [first, ...reviews] = steps;
    await database.projectEvents.bulkPut(first ? [first] : []);
    expect((await standpoint(new Map([[project.id, reviews]])))?.stage).toBe('approved');
    expect((await standpoint())?.stage).toBe('departmentReview');
  });

  it('counts what came in of a project', async () => {
    await standpoint();
    const snapshot = { project, nodes: [], events: steps, changes: [], entries: [], months: [] };
    const id = `${project.id}@installation`;
    await database.returnedPlans.put({ id, projectId: project.id, revision: 1, sha256: '0', snapshot });
    await database.table('projectReturns').put({ id, projectId: project.id, state: 'current' });
    expect((await standpoint())?.stage).toBe('approved');
  });

  it('goes back with a step that is taken out, and makes a live query run again', async () => {
    const seen: (string | undefined)[] = [];
    const subscription = Dexie.liveQuery(standpoint).subscribe((now) => seen.push(now?.stage));
    await expect.poll(() => seen).toEqual(['draft']);
    await inOneStep(() => database.projectEvents.bulkPut(steps));
    await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBe('approved');
    await inOneStep(() => database.projectEvents.delete(steps.at(-1)?.id ?? ''));
    await expect.poll(() => seen.at(-1), { timeout: 10_000 }).toBe('committeeReview');
    subscription.unsubscribe();
  });
});
