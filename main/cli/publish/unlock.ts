import { keyRoles } from '@shared/ipc/publisher.ts';
import { readKeyFolder } from '../../publish/keys/folder.ts';
import { roleNames } from '../../publish/keys/keys.ts';
import { unlockKeys } from '../../publish/keys/protect.ts';
import { createUnlocked, type Unlocked } from '../../publish/keys/unlocked.ts';
import { PublishRefusal } from '../../publish/problem.ts';
import { typedPassphrase } from './passphrase.ts';

/**
 * Opens the sealed keys of a folder for one command, by SANXUN_PASSPHRASE or by what a person types at the terminal. A
 * role that it does not open stays locked; whatever needs it is refused then.
 */
export async function unlockedForCommand(directory: string): Promise<Unlocked> {
  const unlocked = createUnlocked();
  try {
    const { roles } = await readKeyFolder(directory);
    for (const role of keyRoles.filter((name) => roles[name].sealed !== null)) {
      const passphrase = process.env.SANXUN_PASSPHRASE ?? (await typedPassphrase(`${roleNames[role]}的口令 Passphrase of ${role} keys`));
      if (passphrase) await unlockKeys({ directory, repository: null, unlocked }, role, passphrase).catch(ignoreRefusal);
    }
  } catch (error) {
    ignoreRefusal(error); // the command itself says what is wrong with the folder
  }
  return unlocked;
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof PublishRefusal)) throw error;
}
