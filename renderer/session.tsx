import { createContext, useContext } from 'react';
import type { Settings } from '@shared/ipc/contract.ts';
import type { Person } from '@shared/model/roster.ts';

export interface Session {
  /** Who is at this computer; screens below the first run always have somebody. */
  readonly person: Person & { readonly unitName: string };
  readonly settings: Settings;
  readonly changeSettings: (changes: Partial<Settings>) => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the shell');
  return session;
}
