import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import type { SignedRecord } from '@shared/model/exam-record.ts';
import { encodeAnswerFile, sealRecord } from '../../../main/exam/answer-file.ts';
import { signRecord } from '../../../main/exam/record-signature.ts';
import { createExaminingService, type ExaminingHandlers } from '../../../main/examining/service.ts';
import type { Safe } from '../../../main/publish/destinations.ts';
import { openSession } from '../../../main/publish/session.ts';
import { createTasks } from '../../../main/tasks.ts';
import { answered, handedIn, header, recordOf } from '../../support/exam-records.ts';
import { noon, temporaryFolder } from '../sync/support.ts';

/** Stands in for the system's keyring: what it seals is not readable without it. */
export const keyring: Safe = {
  seal: (text) => Buffer.from(text).toString('base64').split('').toReversed().join(''),
  open: (sealed) => {
    const text = Buffer.from(sealed.split('').toReversed().join(''), 'base64').toString('utf8');
    if (!text.startsWith('AGE-SECRET-KEY-')) throw new Error('sealed by another keyring');
    return text;
  },
};

export interface Office {
  readonly profile: string;
  readonly channels: ExaminingHandlers;
  /** What the person will choose in the next dialogs. */
  readonly choose: (files: readonly string[], keyFile?: string | null) => void;
}

/** A bureau's program without a window. The token of a place is its path. */
export async function openOffice({
  profile,
  safe = keyring,
}: { readonly profile?: string; readonly safe?: Safe | null } = {}): Promise<Office> {
  const home = profile ?? (await temporaryFolder());
  let answers: readonly string[] = [];
  let key: string | null = null;
  const services = {
    profile: home,
    session: openSession(),
    tasks: createTasks(
      () => undefined,
      () => performance.now(),
    ),
    placeOf: (place: string) => (path.isAbsolute(place) ? place : null),
    chooseFiles: () => Promise.resolve(answers),
    chooseKeyFile: () => Promise.resolve(key),
    now: () => noon,
    log: () => undefined,
  };
  return {
    profile: home,
    channels: createExaminingService(services, safe),
    choose: (files, keyFile = null) => {
      answers = files;
      key = keyFile;
    },
  };
}

const installation = generateKeyPairSync('ed25519').privateKey;

/** A record that an installation has signed. */
export function signedRecord(personId: string, chosen = 0): SignedRecord {
  const { events } = recordOf(header({ personId, name: `示例人员${personId}` }), [answered('q-1', chosen), handedIn]);
  return signRecord(events, installation);
}

/** The bytes of an answer file to a recipient. */
export async function answerFile(records: readonly SignedRecord[], recipient: string): Promise<Buffer> {
  const sealed: string[] = [];
  for (const record of records) sealed.push(await sealRecord(record, recipient));
  return Buffer.from(encodeAnswerFile(sealed));
}
