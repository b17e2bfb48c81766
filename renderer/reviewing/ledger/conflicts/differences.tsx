import type { Messages } from '@shared/messages/index.ts';
import type { ReturnedPlan } from '@shared/model/reviewing.ts';
import type { SnapshotDifference } from '@shared/projects/merge/differences.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';

interface DifferencesProps {
  readonly plans: readonly ReturnedPlan[];
  readonly differences: readonly SnapshotDifference[];
}

/** A table of many thousand cells would keep the window busy; whoever has so many differences looks at the sides. */
const shownAtOnce = 200;

/** Cell by cell where what came in differs. */
export function Differences({ plans, differences }: DifferencesProps) {
  const words = useWords();
  const { conflicts } = words.ledger;
  if (differences.length === 0) return <p>{conflicts.same}</p>;
  const title = conflicts.differences(differences.length);
  return (
    <>
      <ScrollBox label={title} className="reviewing-scroll ledger-scroll">
        <table className="table">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{conflicts.where}</th>
              {plans.map(({ id }, place) => (
                <th key={id} scope="col">
                  {conflicts.side(place + 1)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, shownAtOnce).map((difference) => (
              <tr key={keyOf(difference)}>
                <th scope="row">{placeOf(difference, words)}</th>
                {plans.map(({ id }, place) => (
                  <td key={id}>
                    <div className="ledger-cell">{textOf(difference, place, words)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {differences.length > shownAtOnce && <p className="soft">{conflicts.more(differences.length - shownAtOnce)}</p>}
    </>
  );
}

function keyOf(difference: SnapshotDifference): string {
  if (difference.part === 'project') return `project ${difference.field}`;
  return difference.part === 'node' ? `node ${difference.nodeId} ${difference.field}` : `${difference.part} ${difference.id}`;
}

function placeOf(difference: SnapshotDifference, { ledger: { conflicts } }: Messages): string {
  if (difference.part === 'project') return `${conflicts.project} · ${conflicts.projectFields[difference.field]}`;
  if (difference.part === 'node') return `${conflicts.node(difference.title)} · ${conflicts.nodeFields[difference.field]}`;
  return conflicts.notes[difference.part];
}

function textOf(difference: SnapshotDifference, place: number, { ledger: { conflicts }, projects }: Messages): string {
  const value = difference.values[place] ?? null;
  if (value === null) return conflicts.absent;
  if (difference.part === 'events') return stepText(value, conflicts.steps);
  if (difference.part === 'project' && difference.field === 'topicSource') return sourceText(value, projects.source);
  return value === '' ? conflicts.blank : value;
}

const stepText = (kind: string, steps: Messages['ledger']['conflicts']['steps']): string =>
  Object.entries(steps).find(([name]) => name === kind)?.[1] ?? kind;

const sourceText = (source: string, sources: Messages['projects']['source']): string =>
  Object.entries(sources).find(([name]) => name === source)?.[1] ?? source;
