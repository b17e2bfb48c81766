import { useState } from 'react';
import { isDay } from '@shared/projects/days.ts';
import { isDone } from '@shared/projects/states.ts';
import { readEvidence } from '../../data/projects/evidence.ts';
import { useLive } from '../../data/live.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { SaveState } from '../application/save-state.tsx';
import { useDraft } from '../application/use-draft.ts';
import { IndicatorChart } from '../indicators/indicator-chart.tsx';
import { IndicatorEditor } from '../indicators/indicator-editor.tsx';
import { EvidenceList } from '../progress/evidence-list.tsx';
import { StepNotice } from '../steps/step-notice.tsx';
import { useSteps } from '../steps/use-steps.ts';
import type { ClosingProps } from './closing-props.ts';
import { Completion } from './completion.tsx';
import { Leaving } from './leaving.tsx';

type Problem = 'summaryNeeded' | 'dateNeeded';

/** 申请销号: what was achieved, the actual figures and the proof. The figures and files are saved at once, the rest when it is sent. */
export function RequestForm({ project, state, nodes, today }: ClosingProps) {
  const { projectClosing, app } = useWords();
  const { request: words, check } = projectClosing;
  const last = state.closing?.request;
  const first = { summary: last?.summary ?? '', date: last?.date ?? today };
  const [fields, setFields] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isAsking, setAsking] = useState(false);
  const draft = useDraft(project);
  const evidence = useLive(() => readEvidence(project.id), [project.id]);
  const steps = useSteps(project.id);
  const { indicators } = draft.project;
  const open = nodes.filter((node) => !isDone(node)).length;

  const ask = async (): Promise<void> => {
    const found = problemOf(fields);
    setProblem(found);
    steps.clear();
    if (!found && (await draft.save())) setAsking(true);
  };
  const send = async (): Promise<void> => {
    const files = (evidence ?? []).map(({ id, name, bytes, sha256 }) => ({ id, name, bytes, sha256 }));
    await steps.take({ kind: 'closingRequested', summary: fields.summary.trim(), date: fields.date, indicators, evidence: files });
  };

  return (
    <section className="stack" aria-label={words.heading}>
      <div className="head project-form-head">
        <h2>{words.heading}</h2>
        <SaveState draft={draft} />
      </div>
      <Returned state={state} />
      <Completion projectId={project.id} nodes={nodes} />
      <Field label={words.summary}>
        <textarea
          rows={5}
          maxLength={32_767}
          placeholder={words.summaryHint}
          value={fields.summary}
          onChange={(event) => setFields({ ...fields, summary: event.target.value })}
        />
      </Field>
      <div className="closing-date">
        <Field label={words.date}>
          <input type="date" max={today} value={fields.date} onChange={(event) => setFields({ ...fields, date: event.target.value })} />
        </Field>
      </div>
      <h2>{words.indicators}</h2>
      <IndicatorEditor indicators={indicators} isLocked={false} onChange={(changed) => draft.change({ indicators: changed })} />
      <IndicatorChart indicators={indicators} />
      <EvidenceList project={project} nodeId={null} editable />
      {evidence?.length === 0 && <p className="soft">{check.noEvidence}</p>}
      {problem && <Notice tone="bad">{words[problem]}</Notice>}
      <div className="row">
        <Button main onClick={() => void ask()}>
          {words.submit}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          title={words.title}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{app.cancel}</Button>
              <Button main disabled={steps.isBusy} onClick={() => void send()}>
                {steps.isBusy ? app.saving : words.confirm}
              </Button>
            </>
          }
        >
          <p>
            <strong>{words.what}</strong>
          </p>
          <p className="project-text">{fields.summary}</p>
          <ul>
            <li>{words.indicatorCount(indicators.length, indicators.filter(({ actual }) => actual !== null).length)}</li>
            <li>{words.evidenceCount(evidence?.length ?? 0)}</li>
          </ul>
          {open > 0 && <Notice tone="warn">{words.openNodes(open)}</Notice>}
          <StepNotice problem={steps.problem} />
        </Dialog>
      )}
      <Leaving isTyped={fields.summary !== first.summary} />
    </section>
  );
}

function Returned({ state }: Pick<ClosingProps, 'state'>) {
  const { request: words } = useWords().projectClosing;
  const decision = state.closing?.decision;
  if (decision?.outcome !== 'returned') return null;
  return (
    <Notice tone="bad">
      <p>{words.returned}</p>
      <p className="project-text">
        {decision.opinion} {decision.signer} {decision.date}
      </p>
    </Notice>
  );
}

function problemOf({ summary, date }: { readonly summary: string; readonly date: string }): Problem | null {
  if (summary.trim() === '') return 'summaryNeeded';
  return isDay(date) ? null : 'dateNeeded';
}
