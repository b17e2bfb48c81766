import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Args, Channel, ChosenFile, Reply } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { installationKey } from '../exam/installation-key.ts';
import { openReceivingKeys } from '../examining/receiving-key.ts';
import { filesWithEnding } from '../file-search.ts';
import { createPlaces } from '../places.ts';
import type { Safe } from '../publish/destinations.ts';
import { publisherResult } from '../publish/failure.ts';
import { keysFolder } from '../publish/remembered.ts';
import { asResult, type Log } from '../sync/refusal.ts';
import type { Tasks } from '../tasks.ts';
import { isGenuine, signClaim } from './claims.ts';
import { bundleEnding } from './envelope.ts';
import { exportBundle } from './export-bundle.ts';
import { openBundleFile } from './open.ts';

export interface BundleServices {
  readonly profile: string;
  readonly tasks: Tasks;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  /** Asks the person for bundles: paths, none when nothing was chosen. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

export type BundleChannel = Extract<Channel, `bundles:${string}`> | 'projects:sign-claim' | 'projects:check-claims';
export type BundleHandlers = { readonly [C in BundleChannel]: (...args: Args<C>) => Promise<Reply<C>> };

/** The way up: a branch signs and seals, the bureau opens. `safe` is null where the system has none. */
export function createBundleService({ profile, tasks, placeOf, chooseFiles, now, log }: BundleServices, safe: Safe | null): BundleHandlers {
  const key = installationKey({ directory: path.join(profile, 'exam'), safe, log });
  const keys = openReceivingKeys(keysFolder(profile), safe);
  const files = createPlaces();
  const described = async (file: string): Promise<ChosenFile> => ({
    token: files.tokenOf(file),
    name: path.basename(file),
    bytes: await sizeOf(file),
  });
  return {
    'projects:sign-claim': (statement) => asResult(log, 'signing a claim', async () => signClaim(statement, await key())),
    'projects:check-claims': async (claims) => claims.map(isGenuine),
    'bundles:export': async ({ place, ...request }, task) => {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      const own = await asResult(log, 'the installation key', key);
      if (!own.ok) return own;
      return tasks.run(task, (signal, progress) =>
        exportBundle({ ...request, folder, id: randomUUID(), key: own.value, now: now(), signal, progress }),
      );
    },
    'bundles:choose': async () => Promise.all((await chooseFiles()).map(described)),
    'bundles:find': async (place) => {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      return succeed(await Promise.all((await filesWithEnding(folder, bundleEnding)).map(described)));
    },
    'bundles:dropped': async (paths) => {
      if (!paths.every((dropped) => path.isAbsolute(dropped))) throw new Error('a dropped path that is not absolute');
      const found = await Promise.all(paths.map(bundlesAt));
      return Promise.all([...new Set(found.flat())].map(described));
    },
    'bundles:open': async (token) => {
      const file = files.pathOf(token);
      if (file === null) throw new Error('a bundle that was not chosen here');
      const identities = await publisherResult(log, 'receiving key', () => keys.identities());
      return identities.ok ? openBundleFile(file, identities.value) : { file: path.basename(file), ...identities };
    },
  };
}

/** Of a folder the bundles in it; a file is taken whatever its name, so that opening it says what is wrong. */
async function bundlesAt(dropped: string): Promise<readonly string[]> {
  const found = await stat(dropped).catch(() => null);
  return found?.isDirectory() ? filesWithEnding(dropped, bundleEnding) : [dropped];
}

/** 0 for a file that is gone already; opening it says why. */
const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
