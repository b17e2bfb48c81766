import { useState } from 'react';
import { partsOf } from '@shared/exam/bureau/quarters.ts';
import type { Exam } from '@shared/model/examining.ts';
import { countRecords } from '../../data/examining/exam-records.ts';
import { readExams } from '../../data/examining/exams.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { minuteOf } from '../../ui/format.ts';
import { ListTable } from '../list-table.tsx';
import { useWords } from '../../words.tsx';
import { StateTag } from './state-tag.tsx';

/** Every exam of the bureau with how far it is. */
export function ExamList() {
  const { exams: words, app } = useWords();
  const [isAll, setAll] = useState(false);
  const exams = useLive(readExams, []);
  if (!exams) return <p className="soft">{app.loading}</p>;
  const shown = exams.filter(({ archived }) => isAll || !archived);
  return (
    <div className="stack">
      <div className="row examining-between">
        <a className="button button-main" href={hrefOf('examining', 'exams', 'new')}>
          {words.list.create}
        </a>
        {exams.some(({ archived }) => archived) && (
          <label className="check">
            <input type="checkbox" checked={isAll} onChange={(event) => setAll(event.target.checked)} />
            {words.list.showArchived}
          </label>
        )}
      </div>
      {shown.length === 0 ? <NoExams /> : <ExamTable exams={shown} />}
    </div>
  );
}

function NoExams() {
  const { list } = useWords().exams;
  return (
    <Empty>
      <p>{list.empty}</p>
      <a className="button" href={hrefOf('examining', 'papers')}>
        {list.toPapers}
      </a>
    </Empty>
  );
}

function ExamTable({ exams }: { readonly exams: readonly Exam[] }) {
  const { list } = useWords().exams;
  const { columns } = list;
  return (
    <ListTable
      label={list.caption}
      columns={[
        columns.title,
        columns.quarter,
        columns.window,
        { number: columns.candidates },
        { number: columns.collected },
        columns.state,
      ]}
    >
      {exams.map((exam) => (
        <ExamRow key={exam.id} exam={exam} />
      ))}
    </ListTable>
  );
}

function ExamRow({ exam }: { readonly exam: Exam }) {
  const { exams: words } = useWords();
  const collected = useLive(() => countRecords(exam.id), [exam.id]);
  const { year, number } = partsOf(exam.quarter);
  return (
    <tr>
      <th scope="row">
        <a href={hrefOf('examining', 'exams', exam.id)}>{exam.title}</a>
      </th>
      <td>{words.quarter(year, number)}</td>
      <td>{words.window(minuteOf(exam.opensAt), minuteOf(exam.closesAt))}</td>
      <td className="num">{exam.candidates.length}</td>
      <td className="num">{collected ?? ''}</td>
      <td>
        <StateTag exam={exam} />
      </td>
    </tr>
  );
}
