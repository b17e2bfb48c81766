import type { StagedPackage, SyncFindings } from '@shared/ipc/contract.ts';

/** What the checks found and nobody has installed or put off. It ends with the process. */
export interface Waiting {
  /** Takes in what a run found; what waited under other names still waits. */
  add(findings: SyncFindings): void;
  /** Takes away what is installed, rolled back or put off. */
  drop(isDone: (staged: StagedPackage) => boolean): void;
  /** Null where nothing waits. */
  current(): SyncFindings | null;
}

export function createWaiting(): Waiting {
  let findings: SyncFindings | null = null;
  return {
    add(next) {
      const names = new Set(next.packages.map(({ manifest }) => manifest.name));
      const others = findings?.packages.filter(({ manifest }) => !names.has(manifest.name)) ?? [];
      findings = { ...next, packages: [...others, ...next.packages] };
    },
    drop(isDone) {
      findings = findings && { ...findings, packages: findings.packages.filter((staged) => !isDone(staged)) };
    },
    current: () => (findings && findings.packages.length > 0 ? findings : null),
  };
}
