import { beforeEach, expect, it } from 'vitest';
import { withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import { paperHash } from '@shared/exam/quarterly/record.ts';
import type { Happening, SignedRecord } from '@shared/model/exam-record.ts';
import type { Result } from '@shared/model/failure.ts';
import {
  countRecords,
  readRecords,
  saveRecords,
  settleRecords,
  type SavedRecord,
} from '../../../../renderer/data/examining/exam-records.ts';
import { commit } from '../../../../renderer/data/work.ts';
import { bureauExam, storedPaper } from '../../../support/bureau-exams.ts';
import { answered, handedIn, header, incoming, recordOf } from '../../../support/exam-records.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';

const stored = storedPaper();
/** The exam waits for its answers: what is sat holds none. */
const satHash = paperHash(withoutKey(stored.paper));
const record = (personId: string, happenings: readonly Happening[], changes = {}): SignedRecord =>
  recordOf(header({ personId, paper: satHash, ...changes }), happenings);

const first = record('p1', [answered('1', 0), handedIn]);
const fork = record('p1', [answered('1', 1), handedIn]);
/** Its id begins like that of the first. */
const second = record('p10', [answered('1', 0)]);

let bridge: MemoryBridge;
beforeEach(async () => {
  bridge = await memoryBridge();
  await commit('test', [
    { table: 'exams', put: bureauExam() },
    { table: 'papers', put: stored },
  ]);
});

const outcomesOf = (saved: Result<readonly SavedRecord[]>): readonly string[] =>
  saved.ok ? saved.value.map(({ outcome }) => outcome) : [];
const save = async (...records: readonly SignedRecord[]): Promise<readonly string[]> =>
  outcomesOf(await saveRecords(records.map(incoming), 7));

it('takes records in once, and shows what forks', async () => {
  expect(await save(first, second)).toEqual(['new', 'new']);
  const rows = await readRecords('exam-1');
  expect(await save(second, first, first)).toEqual(['known', 'known', 'known']);
  expect(await readRecords('exam-1')).toEqual(rows);
  expect(await save(fork)).toEqual(['conflict']);
  expect((await readRecords('exam-1')).map(({ personId, state }) => [personId, state])).toEqual([
    ['p1', 'conflict'],
    ['p1', 'conflict'],
    ['p10', 'unfinished'],
  ]);
  expect(await countRecords('exam-1')).toBe(2);
});

it('keeps what a person decided', async () => {
  await save(first, fork);
  const [, forked] = await readRecords('exam-1');
  await settleRecords('exam-1:p1', forked?.id ?? '');
  expect((await readRecords('exam-1')).map(({ state }) => state)).toEqual(['setAside', 'complete']);
  expect(await save(first, fork)).toEqual(['known', 'known']);
});

it('keeps apart who is named as a fork of somebody else would be', async () => {
  const named = record('p1#deadbeef', [handedIn]);
  expect(await save(named, first)).toEqual(['new', 'new']);
  expect((await readRecords('exam-1')).map(({ id, personId, state }) => [id, personId, state])).toEqual([
    ['exam-1:p1', 'p1', 'complete'],
    ['exam-1:p1#deadbeef', 'p1#deadbeef', 'complete'],
  ]);
  await save(fork);
  const forked = (await readRecords('exam-1')).find(({ id, personId }) => personId === 'p1' && id !== 'exam-1:p1');
  await settleRecords('exam-1:p1', forked?.id ?? '');
  expect((await readRecords('exam-1')).filter(({ personId }) => personId !== 'p1').map(({ state }) => state)).toEqual(['complete']);
});

it('never takes the place of a record that is here, whoever claims to be that person', async () => {
  await save(first);
  const claimed = { ...record('p1', [answered('1', 2), handedIn]), publicKey: 'b3RoZXI=' };
  expect(await save(claimed)).toEqual(['conflict']);
  expect((await readRecords('exam-1')).map((row) => row.record)).toContainEqual(first);
  const resigned = { ...first, publicKey: 'b3RoZXI=' };
  expect(await save(resigned)).toEqual(['known']);
});

it('keeps nothing of another exam, or on another paper', async () => {
  const strange = record('p1', [], { examId: 'exam-2' });
  const withAnswers = record('p2', [], { paper: paperHash(stored.paper) });
  const otherVariant = record('p3', [], { variant: 'B' });
  expect(await save(strange, withAnswers, otherVariant)).toEqual(['unknownExam', 'otherPaper', 'otherPaper']);
  expect(await readRecords('exam-1')).toEqual([]);
});

it('says so when nothing can be saved', async () => {
  bridge.refuse('disk-full');
  expect(await saveRecords([incoming(first)], 7)).toEqual({ ok: false, failure: { kind: 'disk-full', subject: '' } });
});
