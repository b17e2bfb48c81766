import type { StagedPackage } from '@shared/ipc/contract.ts';
import type { Attempt } from '@shared/model/exam.ts';
import type { PackageKind } from '@shared/model/package.ts';
import { repliesByCorrection, withReply } from '@shared/study/corrections.ts';
import { projectNews, type ProjectNews } from '@shared/projects/topics/news.ts';
import { installedPackages, readIndexes, readPackage } from './content.ts';
import { database } from './database.ts';
import { turns } from './turns.ts';

/** What installing would do on this computer, as numbers for the preview. Projects, plans and past attempts are never touched. */
export interface Effects {
  /** Questions that this person has answered as they are now and that change: they count as unseen again. */
  readonly unseenAgain: number;
  /** Questions that this person has answered as they are now and that are withdrawn: the answers stay as history. */
  readonly answeredWithdrawn: number;
  /** Open entries of this person's 错题本 whose question changes or is withdrawn. */
  readonly mistakes: number;
  /** Quarterly exams that come with the versions. */
  readonly exams: number;
  /** What comes of projects: topics, decisions and the bureau's steps. Null where no such package is among the versions. */
  readonly projects: ProjectNews | null;
  /** Sittings of anybody that are not handed in and hold such a question, or are of such an exam: they keep their paper. */
  readonly runningAttempts: number;
  /** 纠错单 without a reply whose question is withdrawn. */
  readonly corrections: number;
  /** People of the roster who leave it. */
  readonly peopleLeaving: number;
}

/** So many rows are asked for at once. */
const chunkLength = 500;

/** What installing these versions would touch for one person. Reads indexes and single rows, and lets the window answer in between. */
export async function effectsOf(packages: readonly StagedPackage[], personId: string): Promise<Effects> {
  const { changed, withdrawn } = touchedIn(packages, 'bank');
  const touched = [...changed, ...withdrawn];
  const answered = await answeredNow(personId, touched);
  const isTouched = (id: string): boolean => changed.has(id) || withdrawn.has(id);
  const exams = new Set(packages.flatMap(({ manifest }) => (manifest.kind === 'exam' ? [manifest.name] : [])));
  return {
    unseenAgain: count(answered, (id) => changed.has(id)),
    answeredWithdrawn: count(answered, (id) => withdrawn.has(id)),
    mistakes: await openMistakes(personId, touched),
    exams: count(packages, ({ manifest }) => manifest.kind === 'exam' && manifest.retired === undefined),
    projects: projectNews(packages),
    runningAttempts: await runningWith(
      ({ paper, exam }) => (exam !== undefined && exams.has(exam.package)) || paper.items.some(({ question }) => isTouched(question.id)),
    ),
    corrections: await waitingCorrections(packages, withdrawn),
    peopleLeaving: await leaving(touchedIn(packages, 'roster').withdrawn),
  };
}

interface Touched {
  readonly changed: ReadonlySet<string>;
  readonly withdrawn: ReadonlySet<string>;
}

function touchedIn(packages: readonly StagedPackage[], kind: PackageKind): Touched {
  const own = packages.filter(({ manifest }) => manifest.kind === kind);
  return {
    changed: new Set(own.flatMap(({ touched, changed }) => touched.slice(0, changed))),
    withdrawn: new Set(own.flatMap(({ touched, changed }) => touched.slice(changed))),
  };
}

/** Those of the questions that the person has answered in their present form. */
async function answeredNow(personId: string, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0 || (await database.responses.where('personId').equals(personId).count()) === 0) return [];
  const revisions = await revisionsOf(new Set(ids));
  const answered = new Set<string>();
  for (const chunk of chunksOf(ids)) {
    const keys = chunk.map((id) => [personId, id]);
    for (const { questionId, revision } of await database.responses.where('[personId+questionId]').anyOf(keys).toArray()) {
      if (revisions.get(questionId) === revision) answered.add(questionId);
    }
  }
  return [...answered];
}

async function revisionsOf(wanted: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const nextTurn = turns();
  for (const { index } of await readIndexes(null)) {
    const { ids } = index;
    if (!ids.some((id) => wanted.has(id))) continue;
    const { revisions } = index;
    for (const [place, id] of ids.entries()) if (wanted.has(id)) found.set(id, revisions[place] ?? '');
    await nextTurn();
  }
  return found;
}

async function openMistakes(personId: string, ids: readonly string[]): Promise<number> {
  let open = 0;
  for (const chunk of chunksOf(ids)) {
    const mistakes = await database.mistakes.bulkGet(chunk.map((id) => `${personId}:${id}`));
    open += count(mistakes, (mistake) => mistake?.state === 'open');
  }
  return open;
}

async function runningWith(isTouched: (attempt: Attempt) => boolean): Promise<number> {
  const keys = (await database.attempts.orderBy('[personId+state]').uniqueKeys()) as unknown as readonly [string, string][]; // keys of that index
  const open = keys.filter(([, state]) => state === 'open');
  const attempts = await database.attempts
    .where('[personId+state]')
    .anyOf(open.map((key) => [...key]))
    .toArray();
  return count(attempts, isTouched);
}

/** A reply that comes with one of the versions has answered its 纠错单. */
async function waitingCorrections(packages: readonly StagedPackage[], withdrawn: ReadonlySet<string>): Promise<number> {
  if (withdrawn.size === 0) return 0;
  const replies = repliesByCorrection([...(await installedPackages()), ...packages.map(({ manifest }) => manifest)]);
  const corrections = await database.corrections.filter(({ questionId }) => withdrawn.has(questionId)).toArray();
  return count(corrections, (correction) => withReply(correction, replies).reply === null);
}

/** Units that are dissolved stand in the same list. */
async function leaving(withdrawn: ReadonlySet<string>): Promise<number> {
  if (withdrawn.size === 0) return 0;
  return count((await readPackage('roster'))?.people ?? [], ({ id }) => withdrawn.has(id));
}

function* chunksOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < ids.length; start += chunkLength) yield ids.slice(start, start + chunkLength);
}

const count = <T>(items: readonly T[], holds: (item: T) => boolean): number => items.filter(holds).length;
