import { Metadata, MetadataKind, type TargetFile, type Targets } from '@tufjs/models';
import type { Carriable } from '@shared/ipc/contract.ts';
import type { PackageManifest } from '@shared/model/package.ts';
import type { BlockStore } from '../sync/store/block-store.ts';
import { entriesOf, isSignedManifest, manifestTargets } from '../sync/store/manifests.ts';
import type { Stock } from '../sync/service/stock.ts';
import type { TrustedFiles } from '../sync/trust/trust.ts';

/** The signed lists of a publisher and the packages in them of which every byte lies here. */
export interface Holding {
  readonly files: SignedFiles;
  readonly packages: readonly PackageManifest[];
}

/** Metadata that is complete: only then is there something to pass on. */
export type SignedFiles = { readonly [File in keyof TrustedFiles]: string };

/** Null before the first successful check. A version that is signed now and not wholly here is left out. */
export async function holdingOf(stock: Stock, publisher: string): Promise<Holding | null> {
  const trusted = await stock.trusted(publisher);
  if (!isComplete(trusted)) return null;
  const known = await stock.manifests(publisher);
  const packages: PackageManifest[] = [];
  for (const target of signedManifests(trusted)) {
    const manifest = known.find((one) => isSignedManifest(target, one));
    if (manifest && (await isHeld(manifest, stock.store))) packages.push(manifest);
  }
  return { files: trusted, packages };
}

/** The manifests that the signed list of targets names. */
export function signedManifests({ targets }: SignedFiles): readonly TargetFile[] {
  const metadata: Metadata<Targets> = Metadata.fromJSON(MetadataKind.Targets, JSON.parse(targets));
  return manifestTargets({ targets: metadata });
}

/** What could be carried, for choosing. Publishers of which nothing is here are left out. */
export async function listCarriable(stock: Stock): Promise<readonly Carriable[]> {
  const listed: Carriable[] = [];
  for (const publisher of await stock.publishers()) {
    const holding = await holdingOf(stock, publisher);
    const packages = holding?.packages.map(describe) ?? [];
    if (packages.length > 0) listed.push({ publisher, packages });
  }
  return listed;
}

function describe(manifest: PackageManifest): Carriable['packages'][number] {
  const { name, title, version } = manifest;
  return { name, title, version, bytes: entriesOf(manifest).reduce((sum, { length }) => sum + length, 0) };
}

function isComplete(files: TrustedFiles | null): files is SignedFiles {
  return files !== null && Object.values(files).every((text) => text !== null);
}

async function isHeld(manifest: PackageManifest, store: BlockStore): Promise<boolean> {
  for (const entry of entriesOf(manifest)) if (!(await store.holds(entry))) return false;
  return true;
}
