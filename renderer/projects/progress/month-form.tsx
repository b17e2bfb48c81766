import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { MonthlyReport, PlanNode, Project } from '@shared/model/project.ts';
import { isNewest, newMonth, problemOf, withNewNodes, type MonthProblem } from '@shared/projects/progress/month-report.ts';
import { actorOf } from '../../actor.ts';
import { saveMonth } from '../../data/projects/progress.ts';
import { LeaveDialog } from '../../leave-dialog.tsx';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useLeaving } from '../../use-leaving.ts';
import { useWords } from '../../words.tsx';
import { MonthIndicators } from './month-indicators.tsx';
import { useMonthName } from './month-name.ts';
import { MonthNodes } from './month-nodes.tsx';

interface MonthFormProps {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  /** All that are written. */
  readonly months: readonly MonthlyReport[];
  /** 'YYYY-MM'. */
  readonly month: string;
  readonly today: string;
  readonly onClose: () => void;
}

const texts = ['progress', 'problem', 'coordination', 'next'] as const;

/** One month's report. It closes when it is saved, or when the person gives it up. */
export function MonthForm({ project, nodes, months, month, today, onClose }: MonthFormProps) {
  const { projectProgress, failures, app } = useWords();
  const { form } = projectProgress;
  const nameOf = useMonthName();
  const { person } = useSession();
  const [first] = useState(() => firstOf({ project, nodes, months, month, by: actorOf(person) }));
  const [report, setReport] = useState(first);
  const [problem, setProblem] = useState<MonthProblem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  const [asking, setAsking] = useState(false);
  const leaving = useLeaving(report !== first);
  const heading = useRef<HTMLHeadingElement>(null);
  // the button that opened the form is gone, and the focus with it
  useEffect(() => heading.current?.focus(), []);
  const save = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const found = problemOf(report, today);
    setProblem(found);
    if (found) return;
    setSaving(true);
    const saved = await saveMonth({ ...report, at: Date.now() }, project);
    setSaving(false);
    if (!saved.ok) return setFailure(saved.failure);
    leaving.settle();
    onClose();
  };
  const giveUp = (): void => (report === first ? onClose() : setAsking(true));
  return (
    <form className="stack progress-month" noValidate onSubmit={(event) => void save(event)}>
      <h2 ref={heading} tabIndex={-1}>
        {form.title(nameOf(month))}
      </h2>
      {!isNewest(month, months) && <Notice tone="plain">{form.late}</Notice>}
      <div className="progress-fields">
        {(['reporter', 'position'] as const).map((field) => (
          <Field key={field} label={form[field]}>
            <input maxLength={1_000} value={report[field]} onChange={(event) => setReport({ ...report, [field]: event.target.value })} />
          </Field>
        ))}
      </div>
      <div className="progress-fields">
        {texts.map((field) => (
          <Field key={field} label={form[field]}>
            <textarea
              rows={4}
              maxLength={32_767}
              value={report[field]}
              onChange={(event) => setReport({ ...report, [field]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <MonthNodes nodes={nodes} report={report} month={month} onChange={setReport} />
      <MonthIndicators project={project} report={report} onChange={setReport} />
      {problem && <Notice tone="bad">{form.problems[problem.kind](titleOf(problem, nodes, form.unnamed))}</Notice>}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <div className="row">
        <Button main type="submit" disabled={saving}>
          {saving ? app.saving : form.save}
        </Button>
        <Button onClick={giveUp}>{app.cancel}</Button>
      </div>
      {asking && <LeaveDialog onStay={() => setAsking(false)} onLeave={onClose} />}
      {leaving.asks && <LeaveDialog onStay={leaving.stay} onLeave={leaving.leave} />}
    </form>
  );
}

function firstOf({ months, ...facts }: Parameters<typeof newMonth>[0] & Pick<MonthFormProps, 'months'>): MonthlyReport {
  const written = months.find(({ month }) => month === facts.month);
  return written ? withNewNodes(written, facts.nodes) : newMonth(facts);
}

const titleOf = (problem: MonthProblem, nodes: readonly PlanNode[], unnamed: string): string =>
  ('nodeId' in problem && nodes.find(({ id }) => id === problem.nodeId)?.title) || unnamed;
