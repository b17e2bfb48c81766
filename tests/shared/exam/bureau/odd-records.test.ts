import { expect, test } from 'vitest';
import { mergeRecord } from '@shared/exam/bureau/merge-records.ts';
import { oddRecords } from '@shared/exam/bureau/odd-records.ts';
import { appendEvents } from '@shared/exam/quarterly/record.ts';
import type { RecordHeader } from '@shared/model/exam-record.ts';
import type { ExamRecord } from '@shared/model/examining.ts';
import { bureauExam, candidate } from '../../../support/bureau-exams.ts';
import { handedIn, header, incoming, recordOf } from '../../../support/exam-records.ts';

const exam = bureauExam({ candidates: [candidate(1, { name: '示例甲' }), candidate(2, { name: '示例乙' })], minutes: 60 });

function rowsOf(head: RecordHeader, publicKey: string): readonly ExamRecord[] {
  return mergeRecord([], incoming({ ...recordOf(head, [handedIn]), publicKey }), 1).puts;
}

const first = rowsOf(header(), 'key 1');
const second = rowsOf(header({ personId: 'person-2', name: '示例乙' }), 'key 1');

test('two people of one unit at one computer are usual', () => {
  expect(oddRecords(exam, [...first, ...second])).toEqual({ sharedComputers: [], otherNames: [], overTime: [] });
});

test('one computer of several units is told', () => {
  const other = rowsOf(header({ personId: 'person-2', name: '示例乙', unitId: 'unit-2', unitName: '另一单位' }), 'key 1');
  expect(oddRecords(exam, [...first, ...other]).sharedComputers).toEqual([{ units: ['示例县供电局', '另一单位'], people: 2 }]);
  const elsewhere = rowsOf(header({ personId: 'person-2', unitId: 'unit-2' }), 'key 2');
  expect(oddRecords(exam, [...first, ...elsewhere]).sharedComputers).toEqual([]);
});

test('a name that is not the one in the list is told, of those who are in it', () => {
  const renamed = rowsOf(header({ name: '别人' }), 'key 1');
  const unlisted = rowsOf(header({ personId: 'person-9', name: '名单外' }), 'key 1');
  expect(oddRecords(exam, [...renamed, ...unlisted]).otherNames).toEqual(['示例甲']);
});

test('more time used than the exam lasts is told', () => {
  const used = (elapsedMs: number): readonly ExamRecord[] => {
    const events = appendEvents(null, [
      { attemptId: 'exam-1:person-1', at: 1, elapsedMs: 0, happening: { kind: 'begun', header: header() } },
      { attemptId: 'exam-1:person-1', at: 2, elapsedMs, happening: handedIn },
    ]);
    return mergeRecord([], incoming({ format: 1, events, publicKey: 'key 1', signature: '' }), 1).puts;
  };
  expect(oddRecords(exam, used(60 * 60_000 + 5_000)).overTime).toEqual([]);
  expect(oddRecords(exam, used(62 * 60_000)).overTime).toEqual(['示例甲']);
});
