import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Args, Channel, Reply } from '@shared/ipc/contract.ts';
import type { StoredEvidence } from '@shared/ipc/projects.ts';
import { fail } from '@shared/model/failure.ts';
import { exportFiles } from '../export/export-files.ts';
import { limits } from '../limits.ts';
import { asResult, Refusal, type Log } from '../sync/refusal.ts';
import { isOpenable, safeNameOf, type SafeName } from './openable.ts';
import { copyToOpen, forgetCopies } from './opened-copy.ts';
import { openEvidenceStore } from './store.ts';

export interface EvidenceServices {
  readonly profile: string;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  /** Asks the person for files: paths, none when nothing was chosen. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** Opens a file in the system's program for it; gives the reason where that was not possible, else ''. */
  readonly openFile: (file: string) => Promise<string>;
  readonly log: Log;
}

type EvidenceChannel = Extract<Channel, `evidence:${string}`>;
export type EvidenceHandlers = { readonly [C in EvidenceChannel]: (...args: Args<C>) => Promise<Reply<C>> };

/** Folder that saved files go into. */
const folderName = '佐证材料';
const megabyte = 1_048_576;

/** Keeps files of evidence and shows them. None is ever run: what is not known to be harmless is only saved. */
export async function createEvidenceService({ profile, placeOf, chooseFiles, openFile, log }: EvidenceServices): Promise<EvidenceHandlers> {
  const opened = path.join(profile, 'evidence-opened');
  await forgetCopies(opened);
  const store = await openEvidenceStore(path.join(profile, 'evidence'));
  const whole = async (sha256: string, name: string): Promise<string> => {
    const file = await store.find(sha256, name);
    if (file === null) throw new Refusal('place-gone', name, 'not in the store');
    return file;
  };
  return {
    'evidence:choose': async (megabytes) => {
      const files = await chooseFiles();
      return asResult(log, 'keeping evidence', () => keepAll(files, megabytes * megabyte));
    },
    'evidence:open': (sha256, name) =>
      asResult(log, name, async () => {
        const file = await whole(sha256, name);
        const safe = safeNameOf(name);
        if (!(await isOpenable(file, safe.ending))) throw new Refusal('unsafe-file', name, 'not known to be harmless');
        const reason = await openFile(await copyToOpen(opened, file, safe));
        if (reason !== '') throw new Refusal('unsafe-file', name, reason); // no program for it here: saving it is the way as well
        return null;
      }),
    'evidence:save': async (sha256, name, place) => {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      const file = await asResult(log, name, () => whole(sha256, name));
      if (!file.ok) return file;
      const render = async () => [{ name: fileNameOf(safeNameOf(name)), bytes: await readFile(file.value) }];
      return exportFiles({ folder, name: folderName, render, signal: new AbortController().signal, progress: () => undefined });
    },
    'evidence:present': (sha256s) => Promise.all(sha256s.map(store.has)),
  };

  /** First the sizes of all: where one is too large, nothing is kept. */
  async function keepAll(files: readonly string[], atMost: number): Promise<readonly StoredEvidence[]> {
    if (files.length > limits.evidenceFiles) throw new Refusal('too-large', '', `${files.length} files`);
    for (const file of files) {
      const { size } = await stat(file);
      if (size > atMost) throw new Refusal('too-large', path.basename(file), `${size} bytes`);
    }
    const kept: StoredEvidence[] = [];
    for (const file of files) kept.push(await store.keep(file, atMost));
    return kept;
  }
}

const fileNameOf = ({ stem, ending }: SafeName): string => (ending === '' ? stem : `${stem}.${ending}`);
