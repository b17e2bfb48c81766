import { useState } from 'react';
import { closingForm } from '@shared/projects/forms/closing-form.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { ExportForm } from '../exchange/export-form.tsx';
import { IndicatorChart } from '../indicators/indicator-chart.tsx';
import { ReasonForm } from '../steps/reason-form.tsx';
import { UndoStep } from '../steps/undo-step.tsx';
import type { ClosingProps } from './closing-props.ts';
import { DecisionForm } from './decision-form.tsx';
import { Completion } from './completion.tsx';
import { RequestFacts } from './request-facts.tsx';

/** The request waits for the bureau; a decision on paper can be entered. */
export function PendingRequest({ project, state, nodes, today }: ClosingProps) {
  const { pending, result } = useWords().projectClosing;
  const [open, setOpen] = useState<'decide' | 'withdraw' | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  const close = (): void => setOpen(null);
  const request = state.closing?.request;
  if (!request) return null;
  const withdraw = { title: pending.withdrawTitle, text: pending.withdrawText, reason: pending.withdrawReason, confirm: pending.withdraw };
  return (
    <div className="stack">
      <section className="card stack">
        <p>{pending.text(request.date)}</p>
        <div className="row">
          <Button main onClick={() => setOpen('decide')}>
            {pending.enter}
          </Button>
          <Button onClick={() => setOpen('withdraw')}>{pending.withdraw}</Button>
          <UndoStep projectId={project.id} state={state} />
          <Button aria-expanded={isPrinting} onClick={() => setPrinting(!isPrinting)}>
            {isPrinting ? result.printClose : result.print}
          </Button>
        </div>
        {isPrinting && <ExportForm forms={[closingForm(project, state, nodes)]} folder={project.title} />}
      </section>
      <Completion projectId={project.id} nodes={nodes} />
      <RequestFacts request={request} />
      <IndicatorChart indicators={request.indicators} />
      {open === 'decide' && <DecisionForm projectId={project.id} today={today} onClose={close} />}
      {open === 'withdraw' && (
        <ReasonForm projectId={project.id} words={withdraw} actionOf={(reason) => ({ kind: 'withdrawn', reason })} onClose={close} />
      )}
    </div>
  );
}
