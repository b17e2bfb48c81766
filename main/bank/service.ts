import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Args, Channel, ChosenFile, Reply } from '@shared/ipc/contract.ts';
import { fail } from '@shared/model/failure.ts';
import type { ReaderHost } from '../import/reader-process/host.ts';
import { createPlaces } from '../places.ts';
import type { PublisherSession } from '../publish/session.ts';
import type { Tasks } from '../tasks.ts';
import { once } from '../once.ts';
import { createCollections } from './collections.ts';
import { exportBank } from './exports.ts';
import { openKeptFiles } from './kept-files.ts';
import { createPublishing } from './publishing.ts';
import { createReadings } from './readings.ts';
import { createSourceRows } from './source-rows.ts';

export interface BankServiceOptions {
  readonly profile: string;
  readonly session: PublisherSession;
  readonly host: ReaderHost;
  readonly tasks: Tasks;
  /** Asks the person for question files: paths, none when nothing was chosen. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (message: string, error: unknown) => void;
}

type BankChannel = Extract<Channel, `bank:${string}`>;
type BankHandlers = { readonly [C in BankChannel]: (...args: Args<C>) => Reply<C> | Promise<Reply<C>> };

/** The bureau's bank: reads files, gives their source back, exports and publishes. One entry a channel. */
export function createBankService({ profile, session, host, tasks, chooseFiles, placeOf, now, log }: BankServiceOptions): BankHandlers {
  const files = createPlaces();
  const kept = once(() => openKeptFiles(path.join(profile, 'sources')));
  const readings = createReadings({ kept, fileOf: files.pathOf, host, log });
  const sources = createSourceRows(kept, host);
  const collections = createCollections();
  const publishing = createPublishing({ profile, session, placeOf, now });
  return {
    'bank:choose-files': async () => Promise.all((await chooseFiles()).map((file) => describe(file, files.tokenOf(file)))),
    'bank:read': async (request, task) => {
      const reading = await tasks.run(task, (signal, progress) => readings.read(request, signal, progress));
      if (reading.ok) sources.forget(reading.value.sha256);
      return reading;
    },
    'bank:entries': (reading, from, count) => readings.entries(reading, from, count),
    'bank:source': (sha256, place) => sources.rows(sha256, place),
    'bank:release': (reading) => readings.release(reading),
    'bank:collect': () => collections.begin(),
    'bank:collect-add': (collection, items) => collections.add(collection, items),
    'bank:export': ({ collection, format, title, place }, task) => {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      const items = collections.items(collection);
      return tasks.run(task, (signal, progress) => exportBank({ folder, format, title, items, signal, progress }));
    },
    'bank:preview': (request) => publishing.preview(request, collections.questions(request.collection)),
    'bank:publish': (request, task) =>
      tasks.run(task, async (_signal, progress) => {
        progress({ phase: 'write', done: 0, total: 1 });
        const publication = await publishing.publish(request, collections.questions(request.collection));
        progress({ phase: 'write', done: 1, total: 1 });
        return publication;
      }),
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
