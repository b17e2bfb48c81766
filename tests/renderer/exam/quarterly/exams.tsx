import { gzipSync } from 'node:zlib';
import { receiptOf } from '@shared/exam/quarterly/receipt.ts';
import { checkRecord, factsOfRecord } from '@shared/exam/quarterly/record.ts';
import { keyOf, withoutKey } from '@shared/exam/quarterly/answer-key.ts';
import type { OutboxEntry, RecordToSeal } from '@shared/ipc/contract.ts';
import type { PublishedExam, SealedPapers } from '@shared/model/examining.ts';
import { fail, succeed, type Failure } from '@shared/model/failure.ts';
import type { InstalledPackage } from '@shared/model/package.ts';
import { installVersions } from '../../../../renderer/data/content.ts';
import { memoryBridge, type MemoryBridge } from '../../../support/memory-bridge.ts';
import { session } from '../../../support/screen.tsx';
import { paper } from '../support.tsx';

export const startCode = 'ABCD-EFGH-JKMN';
export const packageName = 'exam-2026-q3';
const day = 86_400_000;

/** An exam that is open now and shows nothing before the bureau publishes the answers. */
export function exam(change: Partial<PublishedExam> = {}): PublishedExam {
  const now = Date.now();
  return {
    id: 'exam-1',
    title: '示例季度考试',
    quarter: '2026-Q3',
    opensAt: now - day,
    closesAt: now + day,
    minutes: 20,
    passLine: 80,
    release: 'key',
    candidates: [session.person.id],
    makeUpOf: null,
    questions: paper.items.length,
    full: 20,
    blueprint: null,
    recipient: `age1${'q'.repeat(58)}`,
    sealed: 'c2VhbGVk',
    key: null,
    ...change,
  };
}

export const answersPublished: Partial<PublishedExam> = { key: keyOf([paper]) };

/** Installs an exam as its package, or its next version. */
export async function installExam(content: PublishedExam): Promise<void> {
  const bytes = new Uint8Array(gzipSync(JSON.stringify({ exam: content })));
  const block = { target: 'exam/1.json.gz', sha256: crypto.randomUUID(), length: bytes.length, items: 1, section: '' };
  const always = { name: packageName, kind: 'exam', version: 1, title: content.title } as const;
  const version: InstalledPackage = { ...always, issued: '', publisher: '', installedAt: '', blocks: [block] };
  await installVersions([{ version, fresh: new Map([[0, { bytes, index: null }]]) }]);
}

export interface Main extends MemoryBridge {
  readonly outbox: OutboxEntry[];
  readonly sealed: RecordToSeal[];
  readonly fullScreen: boolean[];
  readonly exported: (readonly string[])[];
  /** What the next sealing, or the next try of a start code, fails with; null goes well. */
  failure: Failure | null;
}

/** Main as the branch's screens see it: it opens papers by the start code and checks the records that it seals. */
export async function examMain(content: PublishedExam): Promise<Main> {
  const state = { outbox: [] as OutboxEntry[], sealed: [] as RecordToSeal[], fullScreen: [] as boolean[], exported: [] as string[][] };
  const held: { failure: Failure | null } = { failure: null };
  const hides = content.release === 'key';
  const papers: SealedPapers = { examId: content.id, papers: [{ variant: '', paper: hides ? withoutKey(paper) : paper }] };
  const bridge = await memoryBridge({
    'exam:unseal': (name, code) => {
      if (held.failure) return { ok: false, failure: held.failure };
      return name === packageName && code === startCode ? succeed(papers) : fail('wrong-code', '4');
    },
    'exam:seal-record': (record) => {
      if (held.failure) return { ok: false, failure: held.failure };
      const check = checkRecord(record.events);
      if (!check.ok || !check.complete) throw new Error('a record that does not hold was to be sealed');
      const { attemptId } = factsOfRecord(record.events).header;
      const { examTitle, personName } = record;
      const entry = { attemptId, examTitle, personName, receipt: receiptOf(check.head), sealedAt: Date.now(), exportedAt: null };
      state.outbox.push(entry);
      state.sealed.push(record);
      return succeed(entry);
    },
    'exam:outbox': () => [...state.outbox],
    'exam:export-answers': (_place, attempts) => {
      state.exported.push([...attempts]);
      for (const [place, entry] of state.outbox.entries()) {
        if (attempts.includes(entry.attemptId)) state.outbox[place] = { ...entry, exportedAt: 5 };
      }
      return succeed({
        folderLabel: 'U盘/考试答卷',
        files: [{ name: '考试答卷.sanxun-answers', bytes: 900, sha256: '' }],
        removable: true,
      });
    },
    'exports:places': () => [{ place: 'stick', label: '示例U盘', freeBytes: 1e9, hasRepository: false }],
    'window:full-screen': (on) => void state.fullScreen.push(on),
  });
  await installExam(content);
  return Object.assign(held, bridge, state);
}
