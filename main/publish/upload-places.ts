import type { DestinationDraft } from '@shared/ipc/publisher.ts';
import { splitAddress } from '../address.ts';
import { repositoryIn } from '../drives.ts';
import { placeLabel } from '../export/export-files.ts';
import { Refusal } from '../sync/refusal.ts';
import type { DestinationEntry, Destinations, Secrets } from './destinations.ts';
import { newRepositoryIn } from './remembered.ts';
import type { UploadPlace } from './upload/upload.ts';

/** A draft in main's own terms: a chosen folder, or an address and what opens it. */
export async function described(
  draft: DestinationDraft,
  placeOf: (token: string) => string | null,
): Promise<Parameters<Destinations['put']>> {
  if (draft.kind === 'folder') {
    const folder = placeOf(draft.place);
    if (folder === null) throw new Refusal('place-gone', '', 'the token of the place is not known');
    return [{ kind: 'folder', at: folder, label: placeLabel(folder), region: '' }, null];
  }
  const { url, user, password } = splitAddress(draft.url);
  const address = { at: url, label: url };
  if (draft.kind === 's3')
    return [
      { kind: 's3', ...address, region: draft.region },
      { user: draft.accessKey, password: draft.secretKey },
    ];
  const given = draft.user === '' ? { user, password } : { user: draft.user, password: draft.password };
  return [{ kind: 'webdav', ...address, region: '' }, given.user === '' ? null : given];
}

/** Where an upload goes, with what opens it. Throws Refusal where that was not kept. */
export async function placeFor(entry: DestinationEntry, destinations: Destinations): Promise<UploadPlace> {
  const { kind, at, region } = entry;
  if (kind === 'folder') return { kind, place: at, directory: (await repositoryIn(at)) ?? newRepositoryIn(at) };
  const { user, password } = secretsOf(entry, destinations);
  return kind === 'webdav' ? { kind, url: at, user, password } : { kind, url: at, region, accessKey: user, secretKey: password };
}

function secretsOf(entry: DestinationEntry, destinations: Destinations): Secrets {
  const secrets = destinations.secretsOf(entry);
  if (secrets) return secrets;
  throw new Refusal('publish-refused', `本机没有保存 ${entry.label} 的用户名和密码，请重新添加这个位置并填写。`, 'no secrets are kept');
}
