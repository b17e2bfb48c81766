import { MetadataKind } from '@tufjs/models';
import type { Offer } from '../store/precedence.ts';
import { isSignedManifest, manifestTargets } from '../store/manifests.ts';
import { Metadata } from '../trust/models.ts';
import type { Publisher } from '../trust/publishers.ts';
import { requireThreshold, rootSigners } from '../trust/signers.ts';
import { openRoot, type TrustedFiles } from '../trust/trust.ts';

/**
 * Whether the targets that are trusted now name a version, byte for byte. The list of what was found is no signed file:
 * whoever can write it must not be able to offer what nobody has published.
 */
export async function isVouchedFor({ manifest }: Pick<Offer, 'manifest'>, publisher: Publisher): Promise<boolean> {
  const trusted = await publisher.trusted();
  return trusted !== null && signedTargets(trusted).some((target) => isSignedManifest(target, manifest));
}

/** The manifests in the trusted targets, whose signatures are checked once more; none where they do not hold (spec 5.6.3). */
function signedTargets({ root, targets }: TrustedFiles) {
  if (targets === null) return [];
  try {
    const delegator = openRoot(Buffer.from(root), 'root.json');
    const metadata = Metadata.fromJSON(MetadataKind.Targets, JSON.parse(targets));
    delegator.verifyDelegate(MetadataKind.Targets, metadata);
    requireThreshold('targets.json', metadata, rootSigners(delegator, MetadataKind.Targets));
    return manifestTargets({ targets: metadata });
  } catch {
    return [];
  }
}
