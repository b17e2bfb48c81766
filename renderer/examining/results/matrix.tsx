import { useState } from 'react';
import { partsOf } from '@shared/exam/bureau/quarters.ts';
import { fewestAnswers } from '@shared/exam/statistics/questions.ts';
import type { BlindSpot } from '@shared/exam/statistics/topics.ts';
import { rateWords } from '@shared/reports/exam/heading.ts';
import type { ExamResults } from '../../data/examining/exam-results.ts';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';

/** 盲点矩阵: section × branch, one quarter at a time. */
export function Matrix({ results }: { readonly results: ExamResults }) {
  const { results: words, exams } = useWords();
  const { exam, blindSpots } = results;
  const quarters = [...new Set(blindSpots.map(({ quarter }) => quarter))].toSorted().toReversed();
  const [chosen, setQuarter] = useState(exam.quarter);
  const quarter = quarters.includes(chosen) ? chosen : (quarters[0] ?? '');
  const cells = blindSpots.filter((cell) => cell.quarter === quarter);
  if (cells.length === 0) return <Empty>{words.noMatrix}</Empty>;
  return (
    <>
      <Field label={words.quarter}>
        <select value={quarter} onChange={(event) => setQuarter(event.target.value)}>
          {quarters.map((name) => (
            <option key={name} value={name}>
              {exams.quarter(partsOf(name).year, partsOf(name).number)}
            </option>
          ))}
        </select>
      </Field>
      <p className="soft">{words.matrixHint}</p>
      <MatrixTable cells={cells} passLine={exam.passLine} />
    </>
  );
}

function MatrixTable({ cells, passLine }: { readonly cells: readonly BlindSpot[]; readonly passLine: number }) {
  const { results: words } = useWords();
  const sections = [...new Set(cells.map(({ section }) => section))];
  const branches = [...Map.groupBy(cells, ({ unitName, branch }) => [unitName, branch].filter(Boolean).join(' '))];
  return (
    <ScrollBox label={words.view.matrix} className="results-matrix">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.branch}</th>
            {sections.map((section) => (
              <th key={section} scope="col">
                {section}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {branches.map(([name, row]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {sections.map((section) => (
                <MatrixCell key={section} cell={row.find((cell) => cell.section === section)} passLine={passLine} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** A word says what the ground only repeats: few answers, or below the pass line. */
function MatrixCell({ cell, passLine }: { readonly cell: BlindSpot | undefined; readonly passLine: number }) {
  const { results: words } = useWords();
  if (!cell) return <td className="num">{words.none}</td>;
  const few = cell.answers < fewestAnswers;
  const weak = !few && cell.rate * 100 < passLine;
  return (
    <td className={`num ${weak ? 'results-weak' : ''}`}>
      {words.cell(rateWords(cell.rate), cell.answers)} {few ? words.few : weak ? words.weak : ''}
    </td>
  );
}
