import { readFile } from 'node:fs/promises';
import { factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { OpenedRecord } from '@shared/ipc/exam.ts';
import { decodeAnswerFile } from '../../exam/answer-file.ts';
import { openAnswerFile } from '../../examining/answer-files.ts';
import { done, type CliResult } from '../command.ts';
import { refusedAs } from './refused.ts';

/** What anybody can see of an answer file. */
export async function answersOutside(file: string): Promise<CliResult> {
  const sealed = decodeAnswerFile(await readFile(file));
  if (typeof sealed === 'string') return refusedAs(file, sealed);
  const document = { ok: true, file, kind: 'answers', sealed: true, records: sealed.length };
  return done(document, [`${file}：${sealed.length} 份密封的答卷 ${sealed.length} sealed records`]);
}

/** Everything in an answer file, opened with an identity. */
export async function answersInside(file: string, identity: string): Promise<CliResult> {
  const opened = await openAnswerFile(file, [identity]);
  if (!opened.ok) return refusedAs(file, opened.failure.kind);
  const records = opened.records.map(recordDocument);
  return done(
    { ok: true, file, kind: 'answers', sealed: false, records },
    records.map(({ unitName, name, receipt, complete, entries }) =>
      [unitName, name, receipt, complete ? '已交卷' : '没有交卷', entries].join('\t'),
    ),
  );
}

function recordDocument({ record, receipt }: OpenedRecord) {
  const { header, ...facts } = factsOfRecord(record.events);
  return { ...header, ...facts, receipt, entries: record.events.length, complete: facts.handedInAt !== null, publicKey: record.publicKey };
}
