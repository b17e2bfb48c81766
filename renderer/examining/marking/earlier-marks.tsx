import type { Marking } from '@shared/model/examining.ts';
import type { MarkingSheet } from '../../data/examining/exam-results.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { MarkedAnswer } from './marking-state.ts';

interface EarlierMarksProps {
  readonly sheet: MarkingSheet;
  readonly answer: MarkedAnswer;
}

/** What the two markers gave, key point by key point, for whoever settles. */
export function EarlierMarks({ sheet, answer }: EarlierMarksProps) {
  const { marking: words } = useWords();
  const { first, second } = answer.marks;
  if (!first || !second) return null;
  const met = (marking: Marking, place: number): string => (marking.points[place] ? `✓ ${words.met}` : `✗ ${words.notMet}`);
  return (
    <>
      <Notice tone="warn">{words.difference(Math.abs(Math.round((first.score - second.score) * 100)) / 100)}</Notice>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.points}</th>
            <th scope="col">{words.given(words.roles.first, first.score)}</th>
            <th scope="col">{words.given(words.roles.second, second.score)}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.points.map(({ text, score }, place) => (
            // two key points may have one text; their place is what tells them apart
            <tr key={place}>
              <th scope="row">{words.point(text, score)}</th>
              <td>{met(first, place)}</td>
              <td>{met(second, place)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
