import { useEffect, useRef } from 'react';
import type { MonthlyReport, Project } from '@shared/model/project.ts';
import { daysUntilDue, dueDay, monthOf } from '@shared/projects/progress/months.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import { MonthExport } from './month-export.tsx';
import { useMonthName } from './month-name.ts';
import { useOwed, type Owed } from './use-owed.ts';

interface MonthListProps {
  readonly project: Project;
  /** The latest first. */
  readonly months: readonly MonthlyReport[];
  readonly today: string;
  /** The form of a month was just closed: the heading takes the focus. */
  readonly takesFocus: boolean;
  readonly onOpen: (month: string) => void;
}

/** 月度进展: what was reported, what is still to be, and the way to this month's form. */
export function MonthList({ project, months, today, takesFocus, onOpen }: MonthListProps) {
  const { months: words } = useWords().projectProgress;
  const nameOf = useMonthName();
  const owed = useOwed(project, months, today);
  const current = monthOf(today);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section className="stack">
      <div className="head">
        <h2 ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <div className="row">
          <Button main onClick={() => onOpen(current)}>
            {words.fill(nameOf(current))}
          </Button>
          {months.length > 0 && <MonthExport project={project} months={months} />}
        </div>
      </div>
      <p className="soft">{words.hint}</p>
      {owed && <Standing owed={owed} today={today} onOpen={onOpen} />}
      {months.length === 0 ? <p>{words.nothingYet}</p> : <MonthTable months={months} onOpen={onOpen} />}
    </section>
  );
}

/** Said calmly: what is missing can be filled in at any time. */
function Standing({
  owed: { missing, isRunning, reportDay },
  today,
  onOpen,
}: { readonly owed: Owed } & Pick<MonthListProps, 'today' | 'onOpen'>) {
  const { months: words } = useWords().projectProgress;
  const nameOf = useMonthName();
  const days = daysUntilDue(monthOf(today), reportDay, today);
  const [first] = missing;
  return (
    <>
      {isRunning && days >= 0 && <p>{words.due(dueDay(monthOf(today), reportDay), days)}</p>}
      {first !== undefined && (
        <Notice tone="warn">
          <div className="row">
            <span>{words.missing(missing.map(nameOf).join(words.comma))}</span>
            <Button onClick={() => onOpen(first)}>
              {words.fillLate} {nameOf(first)}
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}

function MonthTable({ months, onOpen }: Pick<MonthListProps, 'months' | 'onOpen'>) {
  const { months: words } = useWords().projectProgress;
  const nameOf = useMonthName();
  return (
    <ScrollBox label={words.title} className="progress-scroll">
      <table className="table">
        <ColumnHeads columns={words.columns} />
        <tbody>
          {months.map(({ month, reporter, progress, problem, coordination }) => (
            <tr key={month}>
              <th scope="row">{nameOf(month)}</th>
              <td>{reporter}</td>
              <td className="progress-cell">{firstWords(progress)}</td>
              <td className="progress-cell">{firstWords(problem)}</td>
              <td className="progress-cell">{firstWords(coordination)}</td>
              <td>
                <Button aria-label={`${words.open} ${nameOf(month)}`} onClick={() => onOpen(month)}>
                  {words.open}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const shownCharacters = 60;

const firstWords = (text: string): string => {
  const characters = [...text];
  return characters.length > shownCharacters ? `${characters.slice(0, shownCharacters).join('')}…` : text;
};
