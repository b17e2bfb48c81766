import { checkState, differencesOf, settle, type Difference } from '@shared/exam/key-in/check.ts';
import { paperOf, type ScorePaper, type ScoreRow } from '@shared/exam/key-in/sheet.ts';
import type { PaperScores } from '@shared/model/examining.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import type { ScoreSession } from './use-scores.ts';

interface DifferencesProps {
  readonly rows: readonly ScoreRow[];
  readonly papers: readonly ScorePaper[];
  readonly session: ScoreSession;
}

/** Lines whose two passes differ, with both figures side by side and the decision between them. */
export function Differences({ rows, papers, session }: DifferencesProps) {
  const { keyIn } = useWords();
  const different = rows.filter(({ scores }) => scores !== null && checkState(scores) === 'different');
  if (different.length === 0) return null;
  const decide = (scores: PaperScores, holds: 'first' | 'second'): void =>
    session.change('scores.settle', [{ before: scores, after: settle(scores, holds, Date.now()) }]);
  return (
    <section className="stack" aria-labelledby="key-in-differences">
      <h2 id="key-in-differences">{keyIn.differences(different.length)}</h2>
      <p className="soft">{keyIn.differencesHelp}</p>
      <div className="examining-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{keyIn.columns.name}</th>
              <th scope="col">{keyIn.columns.unit}</th>
              <th scope="col">{keyIn.difference}</th>
              <th scope="col">{keyIn.decide}</th>
            </tr>
          </thead>
          <tbody>
            {different.map(
              ({ candidate, scores }) =>
                scores && (
                  <tr key={candidate.id}>
                    <td>{candidate.name}</td>
                    <td>{candidate.unitName}</td>
                    <td>
                      <DifferenceText scores={scores} papers={papers} />
                    </td>
                    <td>
                      <Decision onDecide={(holds) => decide(scores, holds)} />
                    </td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function DifferenceText({ scores, papers }: { readonly scores: PaperScores; readonly papers: readonly ScorePaper[] }) {
  const { keyIn } = useWords();
  const parts = paperOf(papers, scores.variant)?.parts ?? [];
  const shown = (score: number | null): string => (score === null ? keyIn.none : String(score));
  const textOf = (difference: Difference): string =>
    difference.kind === 'absent'
      ? keyIn.absentDiffers(difference.first)
      : keyIn.partDiffers(parts[difference.part]?.title ?? '', shown(difference.first), shown(difference.second));
  return <>{differencesOf(scores).map(textOf).join(keyIn.semicolon)}</>;
}

function Decision({ onDecide }: { readonly onDecide: (holds: 'first' | 'second') => void }) {
  const { keyIn } = useWords();
  return (
    <div className="row">
      <Button onClick={() => onDecide('first')}>{keyIn.useFirst}</Button>
      <Button onClick={() => onDecide('second')}>{keyIn.useSecond}</Button>
    </div>
  );
}
