import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import { usualThreshold } from '@shared/exam/marking.ts';
import type { Marking } from '@shared/model/examining.ts';
import type { MarkingSheet } from '../../data/examining/exam-results.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { markedAnswers, progressOf, roles, type MarkedAnswer, type Role } from './marking-state.ts';

interface QuestionListProps {
  readonly examId: string;
  readonly sheets: readonly MarkingSheet[];
  readonly markings: readonly Marking[];
}

/** The short answers of an exam, how far each marker is, and the way into each. */
export function QuestionList({ examId, sheets, markings }: QuestionListProps) {
  const { marking: words } = useWords();
  const open = sheets.filter(({ answers }) => answers.length > 0);
  if (open.length === 0) return <Empty>{words.nothing}</Empty>;
  return (
    <>
      <p className="soft">{words.rule(usualThreshold * 100)}</p>
      <div className="marking-scroll">
        <table className="table">
          <caption>{words.questions}</caption>
          <thead>
            <tr>
              <th scope="col">{words.question}</th>
              <th scope="col" className="num">
                {words.full}
              </th>
              <th scope="col" className="num">
                {words.answers}
              </th>
              {roles.map((role) => (
                <th key={role} scope="col">
                  {words.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {open.map((sheet) => (
              <QuestionRow key={sheet.questionId} examId={examId} sheet={sheet} answers={markedAnswers(sheet, markings)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface QuestionRowProps {
  readonly examId: string;
  readonly sheet: MarkingSheet;
  readonly answers: readonly MarkedAnswer[];
}

function QuestionRow({ examId, sheet, answers }: QuestionRowProps) {
  return (
    <tr>
      <th scope="row">{withoutEmphasis(sheet.stem)}</th>
      <td className="num">{sheet.full}</td>
      <td className="num">{answers.length}</td>
      {roles.map((role) => (
        <td key={role}>
          <WayIn href={hrefOf('examining', 'marking', examId, sheet.questionId, role)} role={role} answers={answers} />
        </td>
      ))}
    </tr>
  );
}

interface WayInProps {
  readonly href: string;
  readonly role: Role;
  readonly answers: readonly MarkedAnswer[];
}

function WayIn({ href, role, answers }: WayInProps) {
  const { marking: words } = useWords();
  const { done, total } = progressOf(role, answers);
  if (role === 'settled' && total === 0) return <span className="soft">{words.differences(0)}</span>;
  return (
    <span className="row">
      <a className="button" href={href}>
        {words.start[role]}
      </a>
      <span>
        {role === 'settled' ? words.differences(total - done) : words.progress(done, total)}
        {done === total && ` ✓ ${words.done}`}
      </span>
    </span>
  );
}
