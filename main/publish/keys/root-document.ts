import { Root, type Key } from '@tufjs/models';
import { Role } from '@tufjs/models/dist/role.js';
import { common, lifetimes, signed, type Document } from '../repository/documents.ts';
import type { Keys } from './keys.ts';
import type { SigningKey } from './signing-key.ts';

/** What a root says: who may sign the next one, how many of them have to, and who signs everything else. */
export interface RootContents {
  readonly version: number;
  readonly root: readonly Key[];
  readonly threshold: number;
  readonly online: readonly Key[];
}

/** Version 1 of the root, signed by each of its keys. `now` in milliseconds since 1970. */
export function firstRootDocument({ root, online }: Keys, now: number): Document {
  return rootDocument({ version: 1, root: root.map((key) => key.public), threshold: 1, online: [online.public] }, root, now);
}

/** A version of the root (spec 4.3), signed by the given keys: those of the version before and its own. */
export function rootDocument({ version, root, threshold, online }: RootContents, signers: readonly SigningKey[], now: number): Document {
  const publications = new Role({ keyIDs: online.map(({ keyID }) => keyID), threshold: 1 });
  const contents = new Root({
    ...common(version, now + lifetimes.root),
    consistentSnapshot: true,
    keys: Object.fromEntries([...root, ...online].map((key) => [key.keyID, key])),
    roles: {
      root: new Role({ keyIDs: root.map(({ keyID }) => keyID), threshold }),
      targets: publications,
      snapshot: publications,
      timestamp: publications,
    },
  });
  return signed(`${version}.root.json`, contents, signers);
}
