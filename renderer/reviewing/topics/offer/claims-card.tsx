import type { RankedClaim, ReceivedClaim } from '@shared/model/topic.ts';
import { readUnits } from '../../../data/reviewing/topics.ts';
import { useLive } from '../../../data/live.ts';
import { hrefOf } from '../../../route.ts';
import { minuteOf } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';
import { ListTable } from '../../list-table.tsx';
import type { StandingClaims } from './standing-claims.ts';

interface ClaimsCardProps {
  readonly claims: readonly ReceivedClaim[];
  readonly standing: StandingClaims;
  readonly isDecided: boolean;
}

/** The claims that came in, in the order of the rule, each with what speaks against it. */
export function ClaimsCard({ claims, standing, isDecided }: ClaimsCardProps) {
  const words = useWords().bureauTopics.claims;
  const { ranked, late } = standing;
  return (
    <section className="card stack" aria-labelledby="claims-title">
      <h3 id="claims-title">{words.title}</h3>
      {ranked.length + late.length === 0 ? <NoClaims /> : <ClaimsTable claims={claims} standing={standing} isDecided={isDecided} />}
      {late.length > 0 && (
        <Notice tone="warn">
          <p>{words.lateNotice(late.length)}</p>
          <p>{standing.wouldChange ? words.lateChanges : words.lateSame}</p>
        </Notice>
      )}
    </section>
  );
}

function NoClaims() {
  const words = useWords().bureauTopics.claims;
  return (
    <p>
      {words.none} <a href={hrefOf('reviewing', 'ledger')}>{words.toLedger}</a>
    </p>
  );
}

function ClaimsTable({ claims, standing, isDecided }: ClaimsCardProps) {
  const { caption, columns } = useWords().bureauTopics.claims;
  const units = useLive(readUnits, []) ?? [];
  const received = new Map(claims.map((claim) => [claim.id, claim]));
  const heads = [
    { number: columns.place },
    columns.unit,
    columns.secretary,
    columns.claimedAt,
    columns.receivedAt,
    columns.validity,
    columns.by,
    columns.reason,
  ];
  const row = (claim: RankedClaim, place: number | null, isLate: boolean) => (
    <ClaimRow
      key={claim.claimId}
      claim={claim}
      received={received.get(claim.claimId) ?? null}
      place={place}
      isWinner={isDecided && claim.won && !isLate}
      isLate={isLate}
      isUnknown={units.length > 0 && !units.some(({ id }) => id === claim.unitId)}
    />
  );
  return (
    <ListTable label={caption} columns={heads}>
      {standing.ranked.map((claim, place) => row(claim, claim.faults.length === 0 ? place + 1 : null, false))}
      {standing.late.map((claim) => row(claim, null, true))}
    </ListTable>
  );
}

interface ClaimRowProps {
  readonly claim: RankedClaim;
  /** Null where it came before it was kept here, or not at all. */
  readonly received: ReceivedClaim | null;
  /** Null where it has none. */
  readonly place: number | null;
  readonly isWinner: boolean;
  readonly isLate: boolean;
  /** The unit is none of the roster. */
  readonly isUnknown: boolean;
}

function ClaimRow({ claim, received, place, isWinner, isLate, isUnknown }: ClaimRowProps) {
  const words = useWords().bureauTopics.claims;
  const reasons = claim.faults.map((fault) => words.faults[fault]).join(words.separator);
  const isWithdrawnLater = received?.claim.withdrawn === true && !claim.faults.includes('withdrawn');
  const isAfterReceipt = received !== null && received.claim.statement.claimedAt > received.receivedAt;
  return (
    <tr>
      <td className="num">{place ?? ''}</td>
      <th scope="row">
        {claim.unitName} {isWinner && <Tag tone="good">{words.won}</Tag>}
        {isUnknown && <p className="soft">{words.unknownUnit}</p>}
      </th>
      <td>{claim.secretary}</td>
      <td className="reviewing-day">
        {minuteOf(claim.claimedAt)}
        {isAfterReceipt && <p className="soft">{words.afterReceipt}</p>}
      </td>
      <td className="reviewing-day">{received ? minuteOf(received.receivedAt) : ''}</td>
      <td>
        {reasons === '' ? words.valid : words.invalid(reasons)} {isLate && <Tag tone="warn">{words.late}</Tag>}
        {isWithdrawnLater && <Tag tone="warn">{words.withdrawnLater}</Tag>}
      </td>
      <td>{isLate ? '' : words.by[claim.by]}</td>
      <td className="reviewing-reason">{received?.claim.statement.reason ?? ''}</td>
    </tr>
  );
}
