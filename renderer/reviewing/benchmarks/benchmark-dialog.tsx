import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { benchmarkKinds } from '@shared/model/reviewing.ts';
import { subjectOf } from '@shared/projects/assessment/benchmarks.ts';
import type { LedgerRow } from '@shared/projects/merge/ledger.ts';
import { saveBenchmark } from '../../data/reviewing/benchmarks.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { kindOf, type BenchmarkDraft } from './draft.ts';

interface BenchmarkDialogProps {
  readonly first: BenchmarkDraft;
  readonly rows: readonly LedgerRow[];
  readonly onClose: () => void;
}

/** A person makes a project the benchmark of a subject, and says why. */
export function BenchmarkDialog({ first, rows, onClose }: BenchmarkDialogProps) {
  const { benchmarks: words, failures, app } = useWords();
  const { dialog } = words;
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<Failure | string | null>(null);
  const change = (fields: Partial<BenchmarkDraft>): void => setDraft((now) => ({ ...now, ...fields }));
  const able = rows.filter(({ facts }) => facts.year === draft.year && (facts.stage === 'closed' || facts.stage === 'assessed'));
  const chosen = rows.find(({ projectId }) => projectId === draft.projectId);
  const save = async (): Promise<void> => {
    if (!chosen) return setProblem(dialog.choose);
    if (draft.subject.trim() === '') return setProblem(dialog.needSubject);
    if (draft.reason.trim() === '') return setProblem(dialog.needReason);
    const { title, unitName } = chosen.facts;
    const benchmark = { ...draft, subject: draft.subject.trim(), reason: draft.reason.trim(), projectTitle: title, unitName };
    const saved = await saveBenchmark('benchmark.create', { ...benchmark, id: crypto.randomUUID(), archived: false });
    if (!saved.ok) return setProblem(saved.failure);
    return saved.value === 'taken' ? setProblem(words.taken(benchmark.subject)) : onClose();
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button main onClick={() => void save()}>
        {dialog.confirm}
      </Button>
    </>
  );
  return (
    <Dialog title={dialog.title} onClose={onClose} actions={actions}>
      <div className="stack reviewing-dialog">
        <Field label={dialog.project}>
          <select
            value={draft.projectId}
            onChange={(event) => {
              const row = rows.find(({ projectId }) => projectId === event.target.value);
              change({ projectId: event.target.value, ...(row && { subject: subjectOf(draft.kind, row.facts) }) });
            }}
          >
            <option value="">{dialog.choose}</option>
            {able.map(({ projectId, facts }) => (
              <option key={projectId} value={projectId}>
                {`${facts.unitName} ${facts.title}`}
              </option>
            ))}
          </select>
        </Field>
        <Field label={dialog.kind}>
          <select
            value={draft.kind}
            onChange={(event) => {
              const kind = kindOf(event.target.value, benchmarkKinds);
              change({ kind, ...(chosen && { subject: subjectOf(kind, chosen.facts) }) });
            }}
          >
            {benchmarkKinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.kind[kind]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={dialog.subject}>
          <input value={draft.subject} maxLength={200} onChange={(event) => change({ subject: event.target.value })} />
        </Field>
        <Field label={dialog.reason}>
          <textarea rows={3} value={draft.reason} maxLength={2_000} onChange={(event) => change({ reason: event.target.value })} />
        </Field>
        {typeof problem === 'string' && <Notice tone="bad">{problem}</Notice>}
        {problem !== null && typeof problem === 'object' && <FailureNotice text={failures[problem.kind](problem.subject)} />}
      </div>
    </Dialog>
  );
}
