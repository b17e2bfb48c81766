import { randomUUID } from 'node:crypto';
import type { StagedPackage } from '@shared/ipc/contract.ts';
import type { BlockEntry } from '@shared/model/package.ts';
import type { Staged } from './staging.ts';

/** Versions that wait to be installed, by the token that the window holds. They end with the process; their blocks stay. */
export interface StagedVersions {
  /** One staged version a name: a newer one takes the place of one that nobody installed. */
  hold(staged: Staged): StagedPackage;
  /** Throws for a token that was never given out or whose version was replaced. */
  find(token: string): Staged;
  blocks(): readonly BlockEntry[];
}

export function createStagedVersions(): StagedVersions {
  const versions = new Map<string, Staged>();
  return {
    hold(staged) {
      for (const [token, other] of versions) if (other.manifest.name === staged.manifest.name) versions.delete(token);
      const token = randomUUID();
      versions.set(token, staged);
      return asStaged(token, staged);
    },
    find(token) {
      const staged = versions.get(token);
      if (!staged) throw new Error(`nothing is staged as ${token}`);
      return staged;
    },
    blocks: () => [...versions.values()].flatMap(({ manifest }) => manifest.blocks),
  };
}

function asStaged(token: string, { manifest, publisher, replaces, changes }: Staged): StagedPackage {
  const { added, changed, withdrawn } = changes;
  return {
    staged: token,
    manifest,
    publisher,
    replaces: replaces && { version: replaces.manifest.version, publisher: replaces.publisher },
    added: added.length,
    changed: changed.length,
    withdrawn: withdrawn.length,
    touched: [...changed, ...withdrawn],
  };
}
