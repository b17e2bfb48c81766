import type { ProjectReturn, ReturnedPlan } from '@shared/model/reviewing.ts';
import { isDone } from '@shared/projects/states.ts';
import { Button } from '../../../ui/button.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';

interface SnapshotSideProps {
  readonly plan: ReturnedPlan;
  /** From 1. */
  readonly place: number;
  readonly row: ProjectReturn | undefined;
  /** Whether this one counts now. */
  readonly counts: boolean;
  readonly onKeep: () => void;
}

/** One of the things that came in of a project: from which computer, when, how far. */
export function SnapshotSide({ plan, place, row, counts, onKeep }: SnapshotSideProps) {
  const { conflicts: words } = useWords().ledger;
  const { nodes, months } = plan.snapshot;
  const sentAt = row?.history.find(({ revision, sha256 }) => revision === plan.revision && sha256 === plan.sha256)?.sentAt;
  const facts = [
    [words.computer, row?.installation.slice(0, 12) ?? ''],
    [words.revision, words.revisionOf(plan.revision)],
    [words.sentAt, sentAt === undefined ? '' : minuteOf(sentAt)],
    [words.nodes, words.done(nodes.filter(isDone).length, nodes.length)],
    [words.months, months.map(({ month }) => month).join(' ')],
  ];
  return (
    <section className="card stack" aria-label={words.side(place)}>
      <div className="row">
        <strong>{words.side(place)}</strong>
        {counts && <Tag tone="good">{words.counts}</Tag>}
      </div>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className="ledger-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!counts && (
        <div>
          <Button onClick={onKeep}>{words.keep}</Button>
        </div>
      )}
    </section>
  );
}
