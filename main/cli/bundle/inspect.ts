import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { OpenedRecord } from '@shared/ipc/exam.ts';
import { openAnswerFile } from '../../examining/answer-files.ts';
import { receivingKeyIn, unsealReceivingKey } from '../../examining/key-copy.ts';
import { decodeAnswerFile } from '../../exam/answer-file.ts';
import { done, refused, usage, type CliResult } from '../command.ts';
import { passphraseFrom } from '../publish/passphrase.ts';

const line = `sanxun bundle inspect FILE [--key FILE] --json
  --key FILE   收卷密钥：备份的 .age 文件（口令 SANXUN_PASSPHRASE）或 age 密钥文本 the receiving key, sealed or as age writes it`;

/** Verifies an answer file and shows what it holds; without a key only what anybody can see. Nothing is written. */
export async function bundleInspect(args: readonly string[]): Promise<CliResult> {
  const { values, positionals } = parseArgs({ args: [...args], options: { key: { type: 'string' } }, allowPositionals: true });
  const [file = usage(line, '没有给出文件。'), ...more] = positionals;
  if (more.length > 0) usage(line, `多余的参数：${more.join(' ')}`);
  return values.key === undefined ? outside(file) : inside(file, values.key);
}

async function outside(file: string): Promise<CliResult> {
  const sealed = decodeAnswerFile(await readFile(file));
  if (typeof sealed === 'string') return refusedAs(file, sealed);
  const document = { ok: true, file, kind: 'answers', sealed: true, records: sealed.length };
  return done(document, [`${file}：${sealed.length} 份密封的答卷 ${sealed.length} sealed records`]);
}

async function inside(file: string, key: string): Promise<CliResult> {
  const opened = await openAnswerFile(file, [await identityIn(key)]);
  if (!opened.ok) return refusedAs(file, opened.failure.kind);
  const records = opened.records.map(recordDocument);
  return done(
    { ok: true, file, kind: 'answers', sealed: false, records },
    records.map(({ unitName, name, receipt, complete, entries }) =>
      [unitName, name, receipt, complete ? '已交卷' : '没有交卷', entries].join('\t'),
    ),
  );
}

/** A copy from the safe, or a text that holds an age identity. */
async function identityIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const isSealed = text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----');
  const key = isSealed
    ? await unsealReceivingKey(text, await passphraseFrom(['SANXUN_PASSPHRASE'], '收卷密钥的口令 Passphrase of the receiving key', line))
    : await receivingKeyIn(text);
  return key?.identity ?? usage(line, `${file} 不是收卷密钥，或口令不正确`);
}

function recordDocument({ record, receipt }: OpenedRecord) {
  const { header, ...facts } = factsOfRecord(record.events);
  return { ...header, ...facts, receipt, entries: record.events.length, complete: facts.handedInAt !== null, publicKey: record.publicKey };
}

const refusedAs = (file: string, kind: string): CliResult =>
  refused({ ok: false, file, problems: [{ code: kind }] }, [`[${kind}] ${file}`]);
