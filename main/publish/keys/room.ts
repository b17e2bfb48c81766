import type { KeyRole } from '@shared/ipc/publisher.ts';
import { readKeyFolder, removeFiles, sealedName, writeOpen, writeRegister, writeSealed, type KeyFolder, type Register } from './folder.ts';
import { refuseLocked } from './keys.ts';
import { seal, unseal } from './sealing.ts';
import type { SecretKey } from './signing-key.ts';
import type { Unlocked } from './unlocked.ts';

/** Where keys are, what they sign for, and which of them are open in this session. */
export interface KeyRoom {
  /** Folder of the keys. */
  readonly directory: string;
  /** Folder of the repository; null where none is known. */
  readonly repository: string | null;
  readonly unlocked: Unlocked;
}

/** The keys of a role that can be used now. Throws PublishRefusal keys-locked where some are sealed and were not opened. */
export function usableKeys(folder: KeyFolder, role: KeyRole, unlocked: Unlocked): readonly SecretKey[] {
  const { open, sealed } = folder.roles[role];
  const opened = sealed === null ? [] : (unlocked.find(sealed)?.keys ?? refuseLocked(role));
  const all = [...open.map(({ key }) => key), ...opened];
  return [...new Map(all.map((key) => [key.public.keyID, key])).values()];
}

/** Makes these the keys of a role, in the open or sealed as the role is now. What is new is on the disk before the old goes. */
export async function keepKeys({ directory, unlocked }: KeyRoom, role: KeyRole, keys: readonly SecretKey[]): Promise<void> {
  const folder = await readKeyFolder(directory);
  const { sealed } = folder.roles[role];
  if (sealed === null) return keepOpen(folder, role, keys);
  const { passphrase } = unlocked.find(sealed) ?? refuseLocked(role);
  return keepSealed(folder, role, keys, { passphrase, unlocked });
}

/** Leaves the keys of a role in the open, and nothing sealed. */
export async function keepOpen(folder: KeyFolder, role: KeyRole, keys: readonly SecretKey[]): Promise<void> {
  const { directory, register } = folder;
  const { open, sealed } = folder.roles[role];
  const wanted = new Set(keys.map(idOf));
  const there = new Set(open.map(({ key }) => idOf(key)));
  for (const key of keys) if (!there.has(idOf(key))) await writeOpen(directory, role, key);
  const gone = open.filter(({ key }) => !wanted.has(idOf(key))).map(({ file }) => file);
  await removeFiles(directory, sealed === null ? gone : [...gone, sealedName(role)]);
  if (sealed !== null) await writeRegister(directory, withSealed(register, role, []));
}

/** Seals the keys of a role and opens the new file again before anything that lies in the open is taken away. */
export async function keepSealed(
  { directory, register, roles }: KeyFolder,
  role: KeyRole,
  keys: readonly SecretKey[],
  { passphrase, unlocked }: { readonly passphrase: string; readonly unlocked: Unlocked },
): Promise<void> {
  const text = await seal(role, keys, passphrase);
  if (!(await holds(text, passphrase, keys))) throw new Error('a file that was sealed just now does not open');
  await writeRegister(directory, withSealed(register, role, keys.map(idOf)));
  await writeSealed(directory, role, text);
  unlocked.keep(text, { role, keys, passphrase });
  await removeFiles(
    directory,
    roles[role].open.map(({ file }) => file),
  );
}

/** Whether a sealed text opens and holds exactly these keys. */
export async function holds(text: string, passphrase: string, keys: readonly SecretKey[]): Promise<boolean> {
  const opened = await unseal(text, passphrase);
  return opened !== null && opened.keys.map(idOf).join() === keys.map(idOf).join();
}

export const withSealed = (register: Register, role: KeyRole, ids: readonly string[]): Register => ({
  ...register,
  sealed: { ...register.sealed, [role]: [...ids] },
});

const idOf = (key: SecretKey): string => key.public.keyID;
