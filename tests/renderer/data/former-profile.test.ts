import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { succeed } from '@shared/model/failure.ts';
import type { Journal } from '../../../main/journal/journal.ts';
import { database, databaseName, openDatabase } from '../../../renderer/data/database.ts';
import { openAttempt, pastAttempts } from '../../../renderer/data/exam/exam.ts';
import { handIn } from '../../../renderer/data/exam/hand-in.ts';
import { readMistake, readMistakeRule, saveMistakeRule } from '../../../renderer/data/study/mistakes.ts';
import { readDue, scheduleOldAnswers } from '../../../renderer/data/study/schedules.ts';
import { databaseVersions } from '../../../renderer/data/versions.ts';
import { catchUp } from '../../../renderer/data/work.ts';
import { openIn, rowsOf, temporaryFolder } from '../../support/journals.ts';
import { connect, freshDatabase, workRows } from './work-tables.ts';

/**
 * What the program of database version 3 left of one person: six answers to three questions, a mock test that was handed
 * in and one that is open. Two files of the journal as they were, and the snapshot between them.
 */
const files = {
  'journal-1.jsonl': 'journal-1.log',
  'snapshot-11.jsonl': 'snapshot-11.jsonl',
  'journal-12.jsonl': 'journal-12.log',
} as const;
const personId = 'person-1';

async function formerJournal(names = Object.keys(files) as (keyof typeof files)[]): Promise<Journal> {
  const folder = temporaryFolder();
  for (const name of names)
    copyFileSync(path.join(import.meta.dirname, '../../support/former-profile', name), path.join(folder, files[name]));
  const journal = await openIn(folder, 1_000_000);
  onTestFinished(() => journal.close());
  connect(journal);
  return journal;
}

/** The rows of a former journal, each by `table/id`. */
const summary = async (): Promise<readonly string[]> =>
  Object.entries(await workRows())
    .flatMap(([table, rows]) => rows.map((row) => `${table}/${(row as { readonly id: string }).id}`))
    .toSorted();

const everything = [
  'attemptAnswers/mock-1:q1',
  'attemptAnswers/mock-1:q4',
  'attemptAnswers/mock-2:q1',
  'attemptAnswers/mock-2:q2',
  'attemptClocks/mock-1',
  'attemptClocks/mock-2',
  'attempts/mock-1',
  'attempts/mock-2',
  'localPeople/person-1',
  'mistakes/person-1:q1',
  'mistakes/person-1:q2',
  'positions/person-1:示例板块',
  'responses/response-1',
  'responses/response-2',
  'responses/response-3',
  'responses/response-4',
  'responses/response-5',
  'responses/response-6',
];

beforeEach(freshDatabase);

describe('the journal of a former profile', () => {
  it.each([
    ['by its snapshot', ['snapshot-11.jsonl', 'journal-12.jsonl']],
    ['from its first line', ['journal-1.jsonl', 'journal-12.jsonl']],
  ] as const)('replays %s', async (_how, names) => {
    const journal = await formerJournal([...names]);
    expect(journal.repairs).toEqual([]);
    await catchUp(false);
    expect(await summary()).toEqual(everything);
    expect(await rowsOf(journal)).toEqual(await rowsOf(await formerJournal()));
  });
});

/** A database as version 3 left it, with everything of the journal, upgraded. */
async function upgradedDatabase(journal: Journal): Promise<void> {
  database.close();
  await database.delete();
  const former = openDatabase(databaseVersions.slice(0, 3), databaseName);
  for (const [key, row] of await rowsOf(journal)) await former.table(key.slice(0, key.indexOf('/'))).put(row);
  await former.meta.put({ key: 'applied', ...journal.mark });
  former.close();
  await database.open();
}

describe('a former database, upgraded', () => {
  it('holds what the journal holds, and nothing is replayed', async () => {
    const journal = await formerJournal();
    await upgradedDatabase(journal);
    expect(database.verno).toBe(databaseVersions.at(-1)?.version);
    const before = await workRows();
    await catchUp(false);
    expect(await workRows()).toEqual(before);
    expect(await summary()).toEqual(everything);
  });

  it('gives schedules to the answers of former days, by their time', async () => {
    await upgradedDatabase(await formerJournal());
    expect(await scheduleOldAnswers(personId)).toEqual(succeed(null));
    const schedules = await database.schedules.toArray();
    expect(schedules.map(({ questionId, reps, lapses }) => [questionId, reps, lapses])).toEqual([
      ['q1', 2, 0],
      ['q2', 3, 0],
      ['q4', 1, 0],
    ]);
    expect(await readDue(personId, Math.max(...schedules.map(({ due }) => due)))).toHaveLength(3);
  });

  it('judges mistakes by the old rule, and by a new one from the first answer on', async () => {
    await upgradedDatabase(await formerJournal());
    expect(await readMistakeRule(personId)).toEqual({ rightInARow: 2 });
    expect(await readMistake(personId, 'q1')).toMatchObject({ state: 'open', rightInARow: 1 });
    expect(await readMistake(personId, 'q2')).toMatchObject({ state: 'overcome', rightInARow: 2 });
    expect(await saveMistakeRule(personId, 1)).toEqual(succeed(null));
    expect(await readMistake(personId, 'q1')).toMatchObject({ state: 'overcome', rightInARow: 1, wrongCount: 1 });
    expect(await saveMistakeRule(personId, 3)).toEqual(succeed(null));
    expect(await readMistake(personId, 'q2')).toMatchObject({ state: 'open', rightInARow: 2 });
  });

  it('goes on with the mock test that was open, and hands it in', async () => {
    await upgradedDatabase(await formerJournal());
    const open = await openAttempt(personId);
    expect([open?.attempt.id, open?.elapsedMs]).toEqual(['mock-2', 50_000]);
    const at = 1_800_000_000_000;
    const handedIn = await handIn({ attemptId: 'mock-2', unsaved: [], noted: [], elapsedMs: 60_000, endedBy: 'person', at });
    expect(handedIn).toMatchObject({ ok: true, value: { score: 2, full: 6 } });
    expect(await openAttempt(personId)).toBeNull();
    expect((await pastAttempts(personId)).map(({ id, kind, result }) => [id, kind, result.score])).toEqual([
      ['mock-2', 'mock', 2],
      ['mock-1', 'mock', 4],
    ]);
  });
});
