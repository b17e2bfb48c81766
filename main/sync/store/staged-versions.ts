import { randomUUID } from 'node:crypto';
import type { StagedPackage } from '@shared/ipc/contract.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import type { Staged } from './staging.ts';

/** Versions that wait to be installed, by the token that the window holds. They end with the process; their blocks stay. */
export interface StagedVersions {
  /** One staged version a name: a newer one takes the place of one that nobody installed. */
  hold(staged: Staged): StagedPackage;
  /** Throws for a token that was never given out or whose version was replaced. */
  find(token: string): Staged;
  manifests(): readonly PackageManifest[];
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
    manifests: () => [...versions.values()].map(({ manifest }) => manifest),
  };
}

function asStaged(token: string, staged: Staged): StagedPackage {
  const { manifest, publisher, source, replaces } = staged;
  const { added, changed, withdrawn } = staged.changes;
  return {
    staged: token,
    manifest,
    publisher,
    source,
    replaces: replaces && { version: replaces.manifest.version, publisher: replaces.publisher },
    added: added.length,
    changed: changed.length,
    withdrawn: withdrawn.length,
    touched: [...changed, ...withdrawn],
    rollsBack: rollsBack(staged),
  };
}

/** Sources offer a publisher's later versions only (see precedence.ts): an earlier one was taken up again here. */
export const rollsBack = ({ manifest, publisher, replaces }: Staged): boolean =>
  replaces?.publisher === publisher && manifest.version < replaces.manifest.version;
