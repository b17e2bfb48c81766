import { randomUUID } from 'node:crypto';
import path from 'node:path';

/** Folders that a person chose. The renderer names them by token and never sees a path. */
export interface Places {
  /** The same folder always gets the same token. */
  tokenOf(folder: string): string;
  /** Null for a token that was never given out by this process. */
  pathOf(token: string): string | null;
}

/** Tokens are random and end with the process: one that leaks opens nothing tomorrow. */
export function createPlaces(): Places {
  const folders = new Map<string, string>();
  const tokens = new Map<string, string>();
  return {
    tokenOf(folder) {
      const absolute = path.resolve(folder);
      const token = tokens.get(absolute) ?? randomUUID();
      tokens.set(absolute, token);
      folders.set(token, absolute);
      return token;
    },
    pathOf: (token) => folders.get(token) ?? null,
  };
}
