import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BankReading, ChosenFile, CollectedItem, ReadRequest, TaskProgress } from '@shared/ipc/contract.ts';
import type { Question } from '@shared/model/question.ts';
import { createBankService } from '../../../main/bank/service.ts';
import { forkHost } from '../../../main/import/reader-process/fork-host.ts';
import type { ReaderHost } from '../../../main/import/reader-process/host.ts';
import { openSession } from '../../../main/publish/session.ts';
import { createPlaces } from '../../../main/places.ts';
import { createTasks } from '../../../main/tasks.ts';
import { noon, temporaryFolder, valueOf } from '../sync/support.ts';

interface ServiceOptions {
  readonly profile?: string;
  readonly now?: () => number;
  readonly host?: ReaderHost;
}

/** A bureau's program on a profile of its own, without a window. */
export async function openService({ profile, now = () => noon, host = forkHost }: ServiceOptions = {}) {
  const home = profile ?? (await temporaryFolder());
  const places = createPlaces();
  const progress: TaskProgress[] = [];
  const tasks = createTasks(
    (step) => progress.push(step),
    () => performance.now(),
  );
  const logged: unknown[] = [];
  const session = openSession();
  let chosen: readonly string[] = [];
  const channels = createBankService({
    profile: home,
    session,
    host,
    tasks,
    chooseFiles: () => Promise.resolve(chosen),
    placeOf: places.pathOf,
    now,
    log: (_message, error) => logged.push(error),
  });
  return {
    channels,
    profile: home,
    session,
    progress,
    logged,
    cancel: tasks.cancel,
    placeOf: places.tokenOf,
    /** Chooses files as the dialog would. */
    choose: async (...files: readonly string[]): Promise<readonly ChosenFile[]> => {
      chosen = files;
      return channels['bank:choose-files']();
    },
  };
}

export type Service = Awaited<ReturnType<typeof openService>>;

/** Writes a file, chooses it and reads it. */
export async function readFileOf(service: Service, name: string, content: string | Uint8Array): Promise<BankReading> {
  const file = path.join(await temporaryFolder(), name);
  await writeFile(file, content);
  const [chosen] = await service.choose(file);
  return valueOf(await service.channels['bank:read'](requestFor(chosen?.token ?? ''), 'task'));
}

export const requestFor = (file: string, changes: Partial<ReadRequest> = {}): ReadRequest => ({
  file,
  section: '',
  encoding: null,
  columns: null,
  ...changes,
});

export async function collect(service: Service, questions: readonly Question[]): Promise<string> {
  const collection = await service.channels['bank:collect']();
  await service.channels['bank:collect-add'](collection, questions.map(collected));
  return collection;
}

export const collected = (question: Question): CollectedItem => ({ question, score: null, refused: null });
