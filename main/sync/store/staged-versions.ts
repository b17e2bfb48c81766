import { randomUUID } from 'node:crypto';
import type { StagedPackage } from '@shared/ipc/contract.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import type { Staged } from './staging.ts';

/** Versions that wait to be installed, by the token that the window holds. They end with the process; their blocks stay. */
export interface StagedVersions {
  /** A newer offer takes the place of one of the same name that nobody installed, and so does a version taken up again. */
  hold(staged: Staged, way: StagedWay): StagedPackage;
  /** Throws for a token that was never given out or whose version was replaced. */
  find(token: string): Staged;
  /** These versions are installed now: what else was staged under their names is nobody's choice any more. */
  settled(tokens: readonly string[]): void;
  manifests(): readonly PackageManifest[];
}

/** `offered` by a source, or `again`: it lies here already. Looking at the one does not take away the other. */
export type StagedWay = 'offered' | 'again';

export function createStagedVersions(): StagedVersions {
  const versions = new Map<string, { readonly staged: Staged; readonly way: StagedWay }>();
  function find(token: string): Staged {
    const version = versions.get(token);
    if (!version) throw new Error(`nothing is staged as ${token}`);
    return version.staged;
  }
  return {
    hold(staged, way) {
      for (const [token, other] of versions)
        if (other.way === way && other.staged.manifest.name === staged.manifest.name) versions.delete(token);
      const token = randomUUID();
      versions.set(token, { staged, way });
      return asStaged(token, staged);
    },
    find,
    settled(tokens) {
      const names = new Set(tokens.map((token) => find(token).manifest.name));
      for (const [token, { staged }] of versions) if (names.has(staged.manifest.name) && !tokens.includes(token)) versions.delete(token);
    },
    manifests: () => [...versions.values()].map(({ staged }) => staged.manifest),
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
    ...(manifest.kind === 'projects' && { brings: added }),
    rollsBack: rollsBack(staged),
  };
}

/** Sources offer a publisher's later versions only (see precedence.ts): an earlier one was taken up again here. */
export const rollsBack = ({ manifest, publisher, replaces }: Staged): boolean =>
  replaces?.publisher === publisher && manifest.version < replaces.manifest.version;
