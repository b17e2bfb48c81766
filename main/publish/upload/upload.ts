import { isOnRemovableDrive } from '../../drives.ts';
import type { UploadOutcome } from '@shared/ipc/publisher.ts';
import type { Depot } from '../../mirror/depot.ts';
import { folderDepot } from '../../mirror/folder-depot.ts';
import { mirror, type MirrorOptions } from '../../mirror/mirror.ts';
import { s3Depot, type S3Place } from '../../mirror/s3-depot.ts';
import { webdavDepot, type WebdavPlace } from '../../mirror/webdav-depot.ts';
import type { Fetch } from '../../sync/sources/http-reader.ts';
import { overlap } from '../keys/folder.ts';
import { refuse } from '../problem.ts';
import { folderShelf } from './folder-shelf.ts';

/** Where a repository is copied to, with what opens it. */
export type UploadPlace =
  | {
      readonly kind: 'folder';
      /** Folder that becomes the repository. */
      readonly directory: string;
      /** What the person chose: the folder itself, or the one that it lies in. */
      readonly place: string;
    }
  | ({ readonly kind: 'webdav' } & WebdavPlace)
  | ({ readonly kind: 's3' } & S3Place);

export interface UploadOptions extends MirrorOptions {
  readonly fetch: Fetch;
}

/** Copies a repository to a place; see mirror. Throws Refusal, PublishRefusal. */
export async function upload(repository: string, place: UploadPlace, options: UploadOptions): Promise<UploadOutcome> {
  if (place.kind === 'folder' && (await overlap(repository, place.directory)))
    refuse('upload-foreign', '不能把发布文件夹复制到它自己里面。请换一个位置。');
  const copied = await mirror(await folderShelf(repository), await depotAt(place, options.fetch), options);
  return { ...copied, removable: place.kind === 'folder' && (await isOnRemovableDrive(place.place)) };
}

async function depotAt(place: UploadPlace, fetch: Fetch): Promise<Depot> {
  if (place.kind === 'folder') return folderDepot(place.directory, place.place);
  return place.kind === 'webdav' ? webdavDepot(place, fetch) : s3Depot(place, fetch);
}
