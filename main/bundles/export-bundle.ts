import type { KeyObject } from 'node:crypto';
import type { TaskProgress } from '@shared/ipc/contract.ts';
import type { BundleExportOutcome, BundleExportRequest } from '@shared/ipc/projects.ts';
import { fail, succeed, type Result } from '@shared/model/failure.ts';
import { exportFiles } from '../export/export-files.ts';
import { safeFileName } from '../export/file-name.ts';
import { limits } from '../limits.ts';
import { stampOf } from '../stamp.ts';
import { packContents } from './contents.ts';
import { bundleEnding, isRecipient, sealEnvelope } from './envelope.ts';

export interface BundleExport extends Omit<BundleExportRequest, 'place'> {
  /** Absolute path of the place that the person chose. */
  readonly folder: string;
  readonly id: string;
  readonly key: KeyObject;
  /** Wall clock, milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly progress: (step: Omit<TaskProgress, 'task'>) => void;
}

export const bundleFolder = '三训上报';

/** Signs, seals and writes a bundle and proves it on its medium; failures as in exportFiles, too-large, and not-understood (the key). */
export async function exportBundle(request: BundleExport): Promise<Result<BundleExportOutcome>> {
  const { folder, id, sender, entries, recipient, key, now, signal, progress } = request;
  if (!isRecipient(recipient)) return fail('not-understood', recipient);
  const { bytes: contents, sha256s } = packContents({ id, sender, createdAt: now }, entries, key);
  if (contents.length > limits.bundleUnpacked) return fail('too-large', bundleFolder);
  const bytes = await sealEnvelope(contents, recipient);
  // two bundles of the same second do not take each other's place
  const name = `${safeFileName(`上报包 ${sender.unitName} ${entries.length}项 ${stampOf(now)}-${id.slice(0, 4)}`)}.${bundleEnding}`;
  const written = await exportFiles({ folder, name: bundleFolder, render: async () => [{ name, bytes }], signal, progress });
  return written.ok ? succeed({ ...written.value, bundleId: id, sha256s }) : written;
}
