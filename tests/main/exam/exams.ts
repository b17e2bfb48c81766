import { gzipSync } from 'node:zlib';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { RecordToSeal } from '@shared/ipc/exam.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { PublishedExam, SealedPapers } from '@shared/model/examining.ts';
import type { BlockEntry, InstalledPackage } from '@shared/model/package.ts';
import type { ExamContent } from '../../../main/exam/installed-exam.ts';
import { hashBytes } from '../../../main/files.ts';
import { header, recordOf, wholeRecord } from '../../shared/exam/quarterly/records.ts';

export const startCode = 'ABCD-EFGH-JKMN';

const paper: Paper = {
  id: 'paper',
  title: '示例试卷',
  blueprintId: 'small',
  seed: 7,
  minutes: 20,
  items: [
    {
      question: {
        id: 'q1',
        type: 'judge',
        section: '党规',
        topic: '',
        stem: '示例判断题干',
        answer: true,
        explanation: '',
        basis: '',
        difficulty: 'easy',
      },
      optionOrder: [],
      score: 2,
    },
  ],
};

export const papers: SealedPapers = { examId: header.examId, papers: [{ variant: '', paper }] };

export const bureau = await (async () => {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
})();

/** Papers under the start code, as the bureau seals them; a small work factor keeps the tests short. */
export async function sealedUnder(code: string, content: SealedPapers = papers): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(code);
  encrypter.setScryptWorkFactor(8);
  return Buffer.from(await encrypter.encrypt(JSON.stringify(content))).toString('base64');
}

export async function publishedExam(change: Partial<PublishedExam> = {}): Promise<PublishedExam> {
  const times = { opensAt: 1_000, closesAt: 2_000, minutes: 20 };
  const content = { questions: 1, full: 2, blueprint: null, key: null, recipient: bureau.recipient };
  const rules = { passLine: 80, release: 'key', candidates: [header.personId], makeUpOf: null } as const;
  return {
    id: header.examId,
    title: '示例考试',
    quarter: '2026-Q3',
    ...times,
    ...rules,
    ...content,
    sealed: await sealedUnder(startCode),
    ...change,
  };
}

/** A store that holds one exam package; `damage` makes its block unreadable. */
export function installed(exam: PublishedExam, damage = false): ExamContent {
  const bytes = gzipSync(JSON.stringify({ exam }));
  const block: BlockEntry = { target: 'exam/1.json.gz', sha256: hashBytes(bytes), length: bytes.length, items: 1, section: '' };
  const version: InstalledPackage = {
    name: 'exam-q3',
    kind: 'exam',
    version: 1,
    title: '示例考试',
    issued: '',
    publisher: '',
    installedAt: '',
    blocks: [block],
  };
  const read = async (): Promise<Buffer | null> => (damage ? null : bytes);
  return { installed: async () => [version], stock: { store: { read } } } as unknown as ExamContent; // only what the service reads
}

/** A record from its header to the hand-in, on its way to main. */
export const recordToSeal = (change: Partial<RecordToSeal> = {}): RecordToSeal => ({
  examTitle: '示例考试',
  personName: header.name,
  recipient: bureau.recipient,
  events: wholeRecord([{ kind: 'answered', questionId: 'q1', answer: { kind: 'judge', value: true } }]),
  ...change,
});

/** A record of somebody else in the same exam. */
export function recordOfSomebodyElse(): RecordToSeal {
  const attemptId = 'exam-1:person-2';
  const other = { ...header, attemptId, personId: 'person-2', name: '示例员工02' };
  const events = recordOf(
    [
      { kind: 'begun', header: other },
      { kind: 'handedIn', endedBy: 'time' },
    ],
    attemptId,
  );
  return recordToSeal({ personName: other.name, events });
}
