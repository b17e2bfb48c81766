import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Args, BankPublication, Channel, ChosenFile, Reply } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { limits } from '../limits.ts';
import { createPlaces } from '../places.ts';
import type { Safe } from '../publish/destinations.ts';
import { publisherResult } from '../publish/failure.ts';
import { publishInWindow } from '../publish/in-window.ts';
import { refuse, type PublishResult } from '../publish/problem.ts';
import { publishPackage, retirePackage, type Desk, type Publication } from '../publish/publish.ts';
import { keysFolder } from '../publish/remembered.ts';
import type { PublisherSession } from '../publish/session.ts';
import type { Log } from '../sync/refusal.ts';
import type { Tasks } from '../tasks.ts';
import { answerFileEnding } from '../exam/answer-file.ts';
import { filesWithEnding } from '../file-search.ts';
import { openAnswerFile } from './answer-files.ts';
import { exportReceivingKey, importReceivingKey } from './key-copy.ts';
import { openReceivingKeys } from './receiving-key.ts';
import { sealPapers } from './sealed-papers.ts';

export interface ExaminingServices {
  readonly profile: string;
  readonly session: PublisherSession;
  readonly tasks: Tasks;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  /** Asks the person for answer files: paths, none when nothing was chosen. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** Asks the person for an exported key file: its path, null when none was chosen. */
  readonly chooseKeyFile: () => Promise<string | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

export type ExaminingChannel =
  | 'exam:receiving-key'
  | 'exam:export-key'
  | 'exam:import-key'
  | 'exam:seal'
  | 'exam:publish'
  | 'exam:withdraw'
  | 'exam:choose-answers'
  | 'exam:find-answers'
  | 'exam:open-answers';
export type ExaminingHandlers = { readonly [C in ExaminingChannel & Channel]: (...args: Args<C>) => Promise<Reply<C>> };

/** The bureau's half of the quarterly exam: seals, publishes, opens what comes back. `safe` is null where the system has none. */
export function createExaminingService(services: ExaminingServices, safe: Safe | null): ExaminingHandlers {
  const { profile, session, tasks, placeOf, chooseFiles, chooseKeyFile, now, log } = services;
  const keys = openReceivingKeys(keysFolder(profile), safe);
  const files = createPlaces();
  const described = async (file: string): Promise<ChosenFile> => ({
    token: files.tokenOf(file),
    name: path.basename(file),
    bytes: await sizeOf(file),
  });
  const guarded = <T>(work: () => Promise<T>): Promise<Result<T>> => publisherResult(log, 'receiving key', work);

  const publish = (place: string, work: (desk: Desk) => Promise<PublishResult<Publication>>): Promise<Result<BankPublication>> =>
    publishInWindow({ profile, session, placeOf, now }, place, work);

  return {
    'exam:receiving-key': () => guarded(() => keys.state()),
    'exam:export-key': async (passphrase, place) => {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      const exported = await guarded(() => exportReceivingKey(keys, { passphrase, folder, now: now() }));
      return exported.ok ? exported.value : exported;
    },
    'exam:import-key': (passphrase) =>
      guarded(async () => {
        const file = await chooseKeyFile();
        if (file === null) return null;
        await importReceivingKey(keys, await readKeyFile(file), passphrase);
        return keys.state();
      }),
    'exam:seal': async ({ papers, startCode }) => {
      const key = await guarded(() => keys.current());
      if (!key.ok) return key;
      const file = await sealPapers(papers, startCode);
      return file === null
        ? fail('publish-refused', '启封码不足 60 位二进制强度，请重新生成。')
        : succeed({ file, recipient: key.value.recipient });
    },
    'exam:publish': ({ place, name, exam, clockOk }, task) =>
      tasks.run(task, () =>
        publish(place, (desk) =>
          publishPackage({ ...desk, name, title: exam.title, contents: { kind: 'exam', items: { exam } }, clockOk }),
        ),
      ),
    'exam:withdraw': ({ place, name, clockOk }, task) =>
      tasks.run(task, () => publish(place, (desk) => retirePackage({ ...desk, name, clockOk }))),
    'exam:choose-answers': async () => Promise.all((await chooseFiles()).map(described)),
    'exam:find-answers': async (place) => {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      return succeed(await Promise.all((await filesWithEnding(folder, answerFileEnding)).map(described)));
    },
    'exam:open-answers': async (token) => {
      const file = files.pathOf(token);
      if (file === null) throw new Error('an answer file that was not chosen here');
      const identities = await guarded(() => keys.identities());
      return identities.ok ? openAnswerFile(file, identities.value) : { file: path.basename(file), ...identities };
    },
  };
}

async function readKeyFile(file: string): Promise<string> {
  if ((await stat(file)).size > limits.receivingKeyFile) refuse('keys-missing', `“${path.basename(file)}”不是密钥文件。`);
  return readFile(file, 'utf8');
}

/** 0 for a file that is gone already; opening it says why. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
