import { canonicalJson } from '@shared/bank/changes.ts';
import type { BundleEntry, SentEntry } from '@shared/model/bundle.ts';
import type { Correction } from '@shared/model/bank.ts';
import type { Result } from '@shared/model/failure.ts';
import type { ProjectSnapshot } from '@shared/model/reviewing.ts';
import { completeNode, completeProject } from '@shared/projects/complete.ts';
import { revisionOf, sentIdOf, sentRows, type Outgoing, type SentFacts } from '@shared/projects/sending/outgoing.ts';
import { orderedSnapshot } from '@shared/projects/sending/snapshot.ts';
import { repliesByCorrection } from '@shared/study/corrections.ts';
import { hashText } from '../bank/hash.ts';
import { installedPackages } from '../content.ts';
import { database } from '../database.ts';
import { turns } from '../turns.ts';
import { commit } from '../work.ts';
import { readPublishedProjects } from './published.ts';

/** A project with everything that goes up of it; null where there is none. Files of evidence stay here. */
export async function snapshotOf(projectId: string): Promise<ProjectSnapshot | null> {
  const project = await database.projects.get(projectId);
  if (!project) return null;
  const own = { projectId };
  const [nodes, events, changes, entries, months] = await Promise.all([
    database.planNodes.where(own).toArray(),
    database.projectEvents.where(own).toArray(),
    database.planChanges.where(own).toArray(),
    database.progressEntries.where(own).toArray(),
    database.monthlyReports.where(own).toArray(),
  ]);
  const steps = events.filter(({ side }) => side === 'branch'); // on the bureau's own computer there are others too
  return orderedSnapshot({ project: completeProject(project), nodes: nodes.map(completeNode), events: steps, changes, entries, months });
}

/** Everything of a unit that may go up from this computer: its projects, then claims, then 纠错单 that nobody has answered. */
export async function readOutgoing(unitName: string): Promise<readonly Outgoing[]> {
  const sent = new Map((await database.sentEntries.toArray()).map((row) => [row.id, row]));
  const nextTurn = turns();
  const outgoing: Outgoing[] = [];
  for await (const candidate of candidates(unitName)) {
    outgoing.push(await outgoingOf(candidate, sent));
    await nextTurn();
  }
  return outgoing;
}

type WithoutRevision<Entry> = Entry extends BundleEntry ? Omit<Entry, 'revision'> : never;

interface Candidate extends Pick<Outgoing, 'title' | 'isDraft'> {
  readonly entry: WithoutRevision<BundleEntry>;
}

async function* candidates(unitName: string): AsyncGenerator<Candidate> {
  for (const id of await database.projects.toCollection().primaryKeys()) {
    const content = await snapshotOf(id);
    if (content) yield { entry: { kind: 'project', id, content }, title: content.project.title, isDraft: content.events.length === 0 };
  }
  const offers = new Map((await readPublishedProjects())?.offers.map(({ id, title }) => [id, title]));
  for (const content of await database.claims.toArray()) {
    const { id, offerId, statement } = content;
    yield { entry: { kind: 'claim', id, content }, title: offers.get(offerId) ?? statement.secretary, isDraft: false };
  }
  for (const content of await waitingCorrections(unitName)) {
    yield { entry: { kind: 'correction', id: content.id, content }, title: content.stem || content.text, isDraft: false };
  }
}

async function outgoingOf({ entry, title, isDraft }: Candidate, all: ReadonlyMap<string, SentEntry>): Promise<Outgoing> {
  const id = sentIdOf(entry.kind, entry.id);
  const sent = all.get(id) ?? null;
  const text = canonicalJson(entry.content);
  const sha256 = await hashText(text);
  return { id, entry: { ...entry, revision: revisionOf(sent, sha256) }, sha256, length: text.length, title, isDraft, sent };
}

/** Those that were written here; the ids of people stay here. */
async function waitingCorrections(unitName: string): Promise<readonly Correction[]> {
  const replies = repliesByCorrection(await installedPackages());
  const own = await database.corrections.filter((one) => one.unitName === unitName && one.personId !== undefined).toArray();
  return own.filter(({ id, reply }) => reply === null && !replies.has(id)).map(({ personId: _stays, ...content }) => content);
}

/** Remembers what went out in a bundle that was read back. */
export const saveSent = (entries: readonly BundleEntry[], facts: SentFacts): Promise<Result<null>> =>
  commit(
    'bundle.sent',
    sentRows(entries, facts).map((put) => ({ table: 'sentEntries', put })),
  );
