import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Args, ChosenFile, Reply } from '@shared/ipc/contract.ts';
import { fail } from '@shared/model/failure.ts';
import type { ReaderHost } from '../import/reader-process/host.ts';
import { createPlaces } from '../places.ts';
import type { Tasks } from '../tasks.ts';
import { exportProjectFiles } from './export-files.ts';
import { readPlan } from './read-plan.ts';

export interface ProjectServices {
  readonly tasks: Tasks;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  /** Asks the person for a file; null when nothing was chosen. */
  readonly chooseFile: () => Promise<string | null>;
  readonly log: (message: string, error: unknown) => void;
}

export interface ProjectServiceOptions extends ProjectServices {
  readonly host: ReaderHost;
  readonly pdf: (html: string) => Promise<Uint8Array>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

type ProjectChannel = 'projects:choose-plan' | 'projects:read-plan' | 'projects:export';
export type ProjectHandlers = { readonly [C in ProjectChannel]: (...args: Args<C>) => Promise<Reply<C>> };

/** Plans in files. One entry a channel. */
export function createProjectService({ tasks, placeOf, chooseFile, host, pdf, now, log }: ProjectServiceOptions): ProjectHandlers {
  const files = createPlaces();
  return {
    'projects:choose-plan': async () => {
      const file = await chooseFile();
      return file === null ? null : describe(file, files.tokenOf(file));
    },
    'projects:read-plan': async (token, task) => {
      const file = files.pathOf(token);
      if (file === null) return fail('place-gone');
      return tasks.run(task, (signal) => readPlan(file, { host, signal, log }));
    },
    'projects:export': async ({ place, folder, files: wanted }, task) => {
      const target = placeOf(place);
      if (target === null) return fail('place-gone');
      return tasks.run(task, (signal, progress) =>
        exportProjectFiles({ folder: target, name: folder, files: wanted, pdf, now: now(), signal, progress }),
      );
    },
  };
}

/** A file that is gone between choosing and asking counts no bytes; reading it says why. */
async function describe(file: string, token: string): Promise<ChosenFile> {
  const bytes = await stat(file).then(
    ({ size }) => size,
    () => 0,
  );
  return { token, name: path.basename(file), bytes };
}
