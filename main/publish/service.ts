import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Args, Channel, Reply } from '@shared/ipc/contract.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { queue } from '../sync/queue.ts';
import { Refusal, type Log } from '../sync/refusal.ts';
import type { Fetch } from '../sync/sources/http-reader.ts';
import type { Tasks } from '../tasks.ts';
import { openDestinations, type DestinationEntry, type Safe } from './destinations.ts';
import { publisherResult } from './failure.ts';
import { protectKeys, unlockKeys } from './keys/protect.ts';
import type { KeyRoom } from './keys/room.ts';
import { rotate } from './keys/rotation.ts';
import { exportKeys } from './keys/safe-copy.ts';
import { importKeys, removeRootKeys } from './keys/take-in.ts';
import { refuse } from './problem.ts';
import { keysFolder, rememberedRepository } from './remembered.ts';
import type { PublisherSession } from './session.ts';
import { signedState } from './signed-state.ts';
import { asDestination, availableRepository, publisherState } from './state.ts';
import { described, placeFor } from './upload-places.ts';
import { upload, type UploadOptions } from './upload/upload.ts';

export interface PublisherServiceOptions {
  /** Where keys and destinations are kept. */
  readonly profile: string;
  readonly session: PublisherSession;
  readonly tasks: Tasks;
  readonly fetch: Fetch;
  /** Null where the system keeps no secrets: then they are asked for again after each start. */
  readonly safe: Safe | null;
  /** The folder behind a token, or null; and a token for a folder. */
  readonly placeOf: (token: string) => string | null;
  readonly tokenOf: (folder: string) => string;
  /** Asks the person for an exported key file: its path, null when none was chosen. */
  readonly chooseKeyFile: () => Promise<string | null>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

type PublisherChannel = Extract<Channel, `publisher:${string}`>;
type PublisherHandlers = { readonly [C in PublisherChannel]: (...args: Args<C>) => Promise<Reply<C>> };

/** A sealed key is some hundred bytes; whatever is larger is no key file. */
const keyFileAtMost = 100_000;

/** The bureau's keys and the copies of its repository. One entry a channel. */
export function createPublisherService(options: PublisherServiceOptions): PublisherHandlers {
  const { profile, session, tasks, safe, placeOf, tokenOf, chooseKeyFile, now, log } = options;
  const destinations = openDestinations(profile, safe);
  /** Uploads go one after the other, beside what signs: they read what is finished. */
  const uploadsInTurn = queue();
  const guarded = <T>(what: string, work: () => Promise<T>): Promise<Result<T>> => publisherResult(log, what, () => session.inTurn(work));

  async function openRoom(): Promise<KeyRoom> {
    const repository = await availableRepository(await rememberedRepository(profile));
    return { directory: keysFolder(profile), repository, unlocked: session.unlocked };
  }

  /** Null while the repository is not there. */
  async function signedNow(): Promise<string | null> {
    const { repository } = await openRoom();
    return repository === null ? null : signedState(repository);
  }

  /** For what has to see the root or to write: without the stick that it lies on nothing can be done. */
  async function openWritableRoom(): Promise<KeyRoom & { readonly repository: string }> {
    const { repository, ...room } = await openRoom();
    if (repository === null) throw new Refusal('place-gone', '', 'the repository is not there');
    return { ...room, repository };
  }

  async function run(entry: DestinationEntry, how: Pick<UploadOptions, 'signal' | 'progress'>) {
    const { repository } = await openWritableRoom();
    const signed = await signedState(repository); // what is published meanwhile may not have come along
    return { signed, outcome: await upload(repository, await placeFor(entry, destinations), { ...how, fetch: options.fetch }) };
  }

  return {
    'publisher:state': async () => {
      const remembered = await rememberedRepository(profile);
      const at = { remembered, place: remembered?.path ? tokenOf(remembered.path) : null, signed: await signedNow() };
      return publisherState(await openRoom(), at, await destinations.list(), log);
    },
    'publisher:add-destination': (draft) =>
      publisherResult(log, '', async () => asDestination(await destinations.put(...(await described(draft, placeOf))), await signedNow())),
    'publisher:remove-destination': (id) => destinations.remove(id),
    'publisher:upload': async (id, task) => {
      const entry = await destinations.find(id);
      if (!entry) return fail('place-gone');
      const result = await tasks.run(task, (signal, progress) =>
        publisherResult(log, entry.label, () => uploadsInTurn(() => run(entry, { signal, progress }))),
      );
      const signed = result.ok ? result.value.signed : (entry.lastUpload?.signed ?? '');
      await destinations.update(id, { lastUpload: { at: now(), failure: result.ok ? null : result.failure, signed } });
      return result.ok ? succeed(result.value.outcome) : result;
    },
    'publisher:protect': (role, passphrase, current) =>
      guarded('', async () => nothing(await protectKeys(await openRoom(), role, passphrase, current))),
    'publisher:unlock': (role, passphrase) => guarded('', async () => nothing(await unlockKeys(await openRoom(), role, passphrase))),
    'publisher:export-keys': async (role, passphrase, place) => {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      const how = { signal: new AbortController().signal, progress: () => undefined };
      const exported = await guarded('', async () => exportKeys(await openRoom(), { role, passphrase, folder, now: now(), ...how }));
      return exported.ok ? exported.value : exported;
    },
    'publisher:remove-root-keys': () => guarded('', async () => nothing(await removeRootKeys(await openWritableRoom()))),
    'publisher:import-keys': async (passphrase) => {
      const file = await chooseKeyFile();
      return guarded(file === null ? '' : path.basename(file), async () =>
        file === null ? null : importKeys(await openRoom(), await readKeyFile(file), passphrase),
      );
    },
    'publisher:rotate': (rotation) => guarded('', async () => rotate(await openWritableRoom(), rotation, now())),
  };
}

const nothing = (_done: void): null => null;

async function readKeyFile(file: string): Promise<string> {
  if ((await stat(file)).size > keyFileAtMost) refuse('keys-missing', '选择的文件不是密钥文件。');
  return readFile(file, 'utf8');
}
