import type { ClaimDecision, RankedClaim } from '@shared/model/topic.ts';
import { useSession } from '../../session.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { minuteOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';

/** Who has the topic, and why: the same list for everybody. */
export function Decision({ decision }: { readonly decision: ClaimDecision }) {
  const { decision: words } = useWords().projectTopics;
  const { person } = useSession();
  const { ranked, explanation, decidedAt, decidedBy } = decision;
  return (
    <section className="stack">
      <strong>{words.title}</strong>
      <p className="soft">{words.on(minuteOf(decidedAt), decidedBy)}</p>
      {explanation !== '' && <p className="topic-text">{explanation}</p>}
      {ranked.length > 0 && (
        <ScrollBox label={words.title} className="topic-scroll">
          <table className="table">
            <ColumnHeads columns={words.columns} />
            <tbody>
              {ranked.map((claim, place) => (
                <RankedRow key={claim.claimId} claim={claim} place={place + 1} own={claim.unitId === person.unitId} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

interface RankedRowProps {
  readonly claim: RankedClaim;
  readonly place: number;
  readonly own: boolean;
}

function RankedRow({ claim: { unitName, secretary, claimedAt, faults, won, by }, place, own }: RankedRowProps) {
  const { decision: words } = useWords().projectTopics;
  const reason = words.partedBy[by];
  const result =
    faults.length > 0
      ? words.invalid(faults.map((fault) => words.faults[fault]).join(words.comma))
      : won
        ? words.won
        : reason === ''
          ? words.notWon
          : words.notWonBy(reason);
  return (
    <tr>
      <td className="num">{faults.length > 0 ? '' : place}</td>
      <th scope="row">
        {unitName}
        {own && words.own}
      </th>
      <td>{secretary}</td>
      <td>{minuteOf(claimedAt)}</td>
      <td>{result}</td>
    </tr>
  );
}
