import type { Assessment, ProjectReturn } from '@shared/model/reviewing.ts';
import type { RankedProject } from '@shared/projects/assessment/ranking.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';
import { ListTable } from '../../list-table.tsx';

interface RankingTableProps {
  readonly assessment: Assessment;
  readonly ranked: readonly RankedProject[];
  readonly facts: ReadonlyMap<string, ProjectReturn>;
  readonly onSheet: (projectId: string) => void;
}

/** The projects from the best, with what parted equal scores. */
export function RankingTable({ assessment, ranked, facts, onSheet }: RankingTableProps) {
  const { ranking: words } = useWords().assessment;
  const { columns } = words;
  return (
    <ListTable
      label={words.table}
      columns={[
        { number: columns.rank },
        columns.unit,
        columns.project,
        { number: columns.score },
        columns.grade,
        { number: columns.inGrade },
        columns.why,
        { buttons: words.sheet },
      ]}
    >
      {ranked.map((each) => {
        const { projectId, score } = each.result;
        const { title = projectId, unitName = '' } = facts.get(projectId)?.facts ?? {};
        return (
          <tr key={projectId}>
            <td className="num">{each.rank}</td>
            <td>{unitName}</td>
            <th scope="row">{title}</th>
            <td className="num">{score ?? words.unscored}</td>
            <td>{each.grade || (score === null ? '' : words.noGrade)}</td>
            <td className="num">{each.rankInGrade}</td>
            <td>
              <Why by={each.by} criteria={assessment.criteria} />
            </td>
            <td>
              <Button aria-label={words.sheetOf(title)} onClick={() => onSheet(projectId)}>
                {words.sheet}
              </Button>
            </td>
          </tr>
        );
      })}
    </ListTable>
  );
}

function Why({ by, criteria }: { readonly by: string; readonly criteria: Assessment['criteria'] }) {
  const { ranking: words } = useWords().assessment;
  if (by === '') return null;
  return <>{by === 'same' ? words.same : words.by(criteria.find(({ id }) => id === by)?.name ?? '')}</>;
}
