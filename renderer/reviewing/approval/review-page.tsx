import { useState } from 'react';
import type { ReviewFile } from '../../data/reviewing/approval.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { PrintDialog } from './print-dialog.tsx';
import { Rail } from './rail.tsx';
import { ClosingCard } from './steps/closing-card.tsx';
import { History } from './steps/history.tsx';
import { NextStep } from './steps/next-step.tsx';
import { TerminateButton } from './steps/terminate.tsx';
import { UndoButton } from './steps/undo.tsx';
import { DifferencesCard } from './submission/differences-card.tsx';
import { SubmissionCard } from './submission/submission-card.tsx';

/** One project under review: what changed since the revision before, what was handed in, the step that is due, and the whole history. */
export function ReviewPage({ file, today }: { readonly file: ReviewFile; readonly today: string }) {
  const { approval } = useWords();
  const { state, facts } = file;
  const [isPrinting, setPrinting] = useState(false);
  return (
    <div className="stack">
      <div className="row reviewing-between">
        <div>
          <h2>{facts.title}</h2>
          <p className="soft">
            {[facts.unitName, facts.branch, facts.secretary, facts.number].filter(Boolean).join(' · ')} ·{' '}
            {approval.page.waiting(approval.stages[state.stage])}
          </p>
        </div>
        <div className="row">
          <a className="button" href={hrefOf('reviewing', 'approval')}>
            {approval.page.back}
          </a>
          <Button onClick={() => setPrinting(true)}>{approval.page.print}</Button>
          <TerminateButton state={state} projectId={file.project.id} today={today} />
          <UndoButton state={state} projectId={file.project.id} />
        </div>
      </div>
      <Rail state={state} />
      {file.isConflict && <Conflict />}
      <DifferencesCard state={state} />
      {state.submission ? <SubmissionCard submission={state.submission} steps={state.steps} /> : <p>{approval.page.nothing}</p>}
      <ClosingCard state={state} />
      {!file.isConflict && <NextStep state={state} projectId={file.project.id} today={today} />}
      <History state={state} />
      {isPrinting && <PrintDialog file={file} onClose={() => setPrinting(false)} />}
    </div>
  );
}

/** Nobody can judge what contradicts itself. */
function Conflict() {
  const { page } = useWords().approval;
  return (
    <Notice tone="bad">
      <p>{page.conflict}</p>
      <p>
        <a href={hrefOf('reviewing', 'ledger')}>{page.toLedger}</a>
      </p>
    </Notice>
  );
}
