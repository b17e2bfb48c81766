import { readFile } from 'node:fs/promises';
import type { BundleEntry } from '@shared/model/bundle.ts';
import { never } from '@shared/never.ts';
import { isGenuine } from '../../bundles/claims.ts';
import { sealedIn } from '../../bundles/envelope.ts';
import { openBundleFile } from '../../bundles/open.ts';
import { done, type CliResult } from '../command.ts';
import { refusedAs } from './refused.ts';

/** What anybody can see of a bundle: that it is whole as far as its length goes. */
export async function bundleOutside(file: string): Promise<CliResult> {
  const sealed = sealedIn(await readFile(file));
  if (typeof sealed === 'string') return refusedAs(file, sealed);
  const document = { ok: true, file, kind: 'bundle', sealed: true, bytes: sealed.length };
  return done(document, [`${file}：密封的上报包，${sealed.length} 字节 a sealed bundle of ${sealed.length} bytes`]);
}

/** Who sent it, and what is in it, opened with an identity. */
export async function bundleInside(file: string, identity: string): Promise<CliResult> {
  const opened = await openBundleFile(file, [identity]);
  if (!opened.ok) return refusedAs(file, opened.failure.kind);
  const { manifest, entries, unknown } = opened;
  const { id, installation, sender, createdAt } = manifest;
  const shown = entries.map((entry) => ({ kind: entry.kind, id: entry.id, revision: entry.revision, ...factsOf(entry) }));
  const document = { ok: true, file, kind: 'bundle', sealed: false, id, installation, sender, createdAt, entries: shown, unknown };
  const others = Object.entries(unknown).map(([kind, count]) => `${kind}\t${count}\t不认识 unknown`);
  return done(document, [
    [sender.unitName, sender.branch, sender.personName, new Date(createdAt).toISOString()].join('\t'),
    ...shown.map(({ kind, title, revision }) => [kind, title, revision].join('\t')),
    ...others,
  ]);
}

function factsOf(entry: BundleEntry) {
  switch (entry.kind) {
    case 'project': {
      const { project, nodes, events, months } = entry.content;
      return { title: project.title, nodes: nodes.length, steps: events.length, months: months.map(({ month }) => month) };
    }
    case 'claim':
      return { title: entry.content.statement.unitName, offerId: entry.content.offerId, genuine: isGenuine(entry.content) };
    case 'correction':
      return { title: entry.content.questionId };
    default:
      return never(entry);
  }
}
