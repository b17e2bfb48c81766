import type { RepairReason } from '@shared/study/blind-spots/repair.ts';
import { hrefOfSet } from '../../study-links.ts';
import { useWords } from '../../words.tsx';
import { StateTag } from './state-tag.tsx';
import { useTopicName } from './topic-name.ts';

interface RepairCardProps {
  readonly reasons: readonly RepairReason[];
  readonly passLine: number;
}

/** The way into the repair set, and why each topic is in it. */
export function RepairCard({ reasons, passLine }: RepairCardProps) {
  const { repair } = useWords().blindSpots;
  const count = reasons.reduce((sum, reason) => sum + countOf(reason), 0);
  return (
    <section className="card blind-repair" aria-label={repair.title}>
      <div className="head">
        <h2>{repair.title}</h2>
        {count > 0 && (
          <a className="button button-main" href={hrefOfSet('repair')}>
            {repair.action(count)}
          </a>
        )}
      </div>
      <p className="soft">{count > 0 ? repair.why : repair.none}</p>
      {count > 0 && <Reasons reasons={reasons} passLine={passLine} />}
    </section>
  );
}

function Reasons({ reasons, passLine }: RepairCardProps) {
  const { repair } = useWords().blindSpots;
  const nameOf = useTopicName();
  const { columns } = repair;
  return (
    <div className="blind-scroll">
      <table className="table" aria-label={repair.title}>
        <thead>
          <tr>
            <th scope="col">{columns.topic}</th>
            <th scope="col">{columns.mastery}</th>
            <th scope="col">{columns.reason}</th>
            <th scope="col" className="num">
              {columns.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason) => (
            <tr key={`${reason.section}/${reason.topic}`}>
              <th scope="row">
                {nameOf(reason.topic)} <span className="soft blind-section">{reason.section}</span>
              </th>
              <td>
                <StateTag mastery={reason} passLine={passLine} />
              </td>
              <td>{reasonText(reason, repair)}</td>
              <td className="num">{countOf(reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RepairWords = ReturnType<typeof useWords>['blindSpots']['repair'];

const reasonText = ({ wrong, unseen, review }: RepairReason, words: RepairWords): string =>
  [
    ...(wrong > 0 ? [words.wrong(wrong)] : []),
    ...(unseen > 0 ? [words.unseen(unseen)] : []),
    ...(review > 0 ? [words.review(review)] : []),
  ].join(words.comma);

const countOf = ({ wrong, unseen, review }: RepairReason): number => wrong + unseen + review;
