import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson } from '@shared/bank/changes.ts';
import type { OpenedBundle } from '@shared/ipc/projects.ts';
import type { BundleEntry } from '@shared/model/bundle.ts';
import type { ProjectSnapshot } from '@shared/model/reviewing.ts';

interface BundleFacts {
  readonly file?: string;
  readonly installation?: string;
  readonly createdAt?: number;
  readonly unknown?: Readonly<Record<string, number>>;
}

/** A bundle as main has opened it. */
export function bundleOf(entries: readonly BundleEntry[], facts: BundleFacts = {}): Extract<OpenedBundle, { readonly ok: true }> {
  const { file = '示例.sanxun-bundle', installation = 'installation-a', createdAt = 1, unknown = {} } = facts;
  const sender = { unitId: 'unit-1', unitName: '示例县供电局', branch: '运维支部', personName: '韦敏' };
  const named = entries.map(({ kind, id, revision, content }) => ({
    kind,
    id,
    revision,
    sha256: bytesToHex(sha256(utf8ToBytes(canonicalJson(content)))),
  }));
  return { file, ok: true, manifest: { format: 1, id: file, installation, sender, createdAt, entries: named }, entries, unknown };
}

export const projectEntry = (content: ProjectSnapshot, revision = 1): BundleEntry => ({
  kind: 'project',
  id: content.project.id,
  revision,
  content,
});
