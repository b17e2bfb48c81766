import { canonicalJson } from '@shared/bank/changes.ts';
import type { OpenedBundle } from '@shared/ipc/projects.ts';
import { succeed, type Result } from '@shared/model/failure.ts';
import type { Claim, ReceivedClaim } from '@shared/model/topic.ts';
import { mergeClaim, withdrawnBy } from '@shared/projects/merge/claims.ts';
import { database } from '../../database.ts';
import { commit } from '../../work.ts';
import type { EntryOutcome, TakeIn } from '../take-in.ts';

type Whole = Extract<OpenedBundle, { readonly ok: true }>;

/** Takes the claims (抢注) of a bundle in, each with whether its signature holds. */
export async function takeInClaims({ manifest, entries }: Whole, { now, checkClaims }: TakeIn): Promise<Result<readonly EntryOutcome[]>> {
  const claims = entries.flatMap((entry) => (entry.kind === 'claim' ? withdrawnBy(entry.content, manifest.installation) : []));
  if (claims.length === 0) return succeed([]);
  const genuine = await checkClaims(claims);
  const here = new Map((await database.receivedClaims.bulkGet(claims.map(({ id }) => id))).flatMap((row) => (row ? [[row.id, row]] : [])));
  const outcomes: EntryOutcome[] = [];
  const fresh = new Map<string, ReceivedClaim>();
  for (const [place, claim] of claims.entries()) {
    const before = fresh.get(claim.id) ?? here.get(claim.id);
    const incoming = { id: claim.id, offerId: claim.offerId, claim, receivedAt: now, genuine: genuine[place] ?? false };
    const after = before ? mergeClaim(before, incoming) : incoming;
    outcomes.push({ kind: 'claim', id: claim.id, title: claim.statement.unitName, outcome: outcomeOf(before, after, claim) });
    if (!before || canonicalJson(before) !== canonicalJson(after)) fresh.set(claim.id, after);
  }
  if (fresh.size === 0) return succeed(outcomes);
  const saved = await commit(
    'claims.take-in',
    [...fresh.values()].map((put) => ({ table: 'receivedClaims', put })),
  );
  return saved.ok ? succeed(outcomes) : saved;
}

function outcomeOf(before: ReceivedClaim | undefined, after: ReceivedClaim, claim: Claim): EntryOutcome['outcome'] {
  if (!before) return claim.withdrawn ? 'withdrawn' : 'new';
  return after.claim.withdrawn && !before.claim.withdrawn ? 'withdrawn' : 'known';
}
