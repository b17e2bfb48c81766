import { safeStorage } from 'electron';
import type { Safe } from './destinations.ts';

/** The safe of the person's account; null where the system has none, or one whose key is known to everybody. Only after `ready`. */
export function systemSafe(): Safe | null {
  if (!safeStorage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    seal: (text) => safeStorage.encryptString(text).toString('base64'),
    open: (sealed) => safeStorage.decryptString(Buffer.from(sealed, 'base64')),
  };
}
