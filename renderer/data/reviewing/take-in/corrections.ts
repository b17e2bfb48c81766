import type { BundleEntry } from '@shared/model/bundle.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import { receiveCorrections } from '../../bank/corrections.ts';
import { database } from '../../database.ts';
import type { EntryOutcome } from '../take-in.ts';

/** Takes the 纠错单 of a bundle in, as a table of them is taken in: what is known stays with its reply. */
export async function takeInCorrections(entries: readonly BundleEntry[]): Promise<Result<readonly EntryOutcome[]>> {
  const rows = entries.flatMap((entry) => (entry.kind === 'correction' ? entry.content : []));
  if (rows.length === 0) return succeed([]);
  const known = new Set(
    await database.corrections
      .where('id')
      .anyOf(rows.map(({ id }) => id))
      .primaryKeys(),
  );
  const saved = await receiveCorrections(rows);
  if (!saved.ok) return saved;
  return succeed(
    rows.map(({ id, stem }) => ({ kind: 'correction', id, title: stem, outcome: known.has(id) ? ('known' as const) : ('new' as const) })),
  );
}
