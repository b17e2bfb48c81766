import { never } from '@shared/never.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import type { PlanNews } from './edits/plan-steps.ts';
import type { PlanView } from './session/plan-session.ts';

interface PlanNewsProps {
  readonly news: PlanNews;
  readonly onUndo: () => void;
  /** Takes what is proposed for the cells that were not filled. */
  readonly onProposals: () => void;
  readonly onClose: () => void;
}

/** What the last step did, with its way back where rows went away. */
export function PlanNewsNotice({ news, onUndo, onProposals, onClose }: PlanNewsProps) {
  const { projects, app } = useWords();
  const { plan } = projects;
  const isPlain = news.kind === 'removed' || (news.kind === 'pasted' && news.refused.length === 0);
  return (
    <Notice tone={isPlain ? 'plain' : 'warn'}>
      <div className="row">
        <p>{sentenceOf(news, plan)}</p>
        {(news.kind === 'removed' || news.kind === 'pasted') && <Button onClick={onUndo}>{plan.undoThis}</Button>}
        <Button onClick={onClose}>{app.close}</Button>
      </div>
      {news.kind === 'pasted' && news.refused.length > 0 && <Refused refused={news.refused} onProposals={onProposals} />}
    </Notice>
  );
}

function sentenceOf(news: PlanNews, plan: ReturnType<typeof useWords>['projects']['plan']): string {
  switch (news.kind) {
    case 'removed':
      return plan.removed(news.count, news.links);
    case 'pasted':
      return plan.pasted(news.count, news.added);
    case 'tooMany':
      return plan.tooMany(news.limit);
    case 'tooLong':
      return plan.tooLong(news.limit);
    case 'locked':
      return plan.lockedDates;
    default:
      return never(news);
  }
}

const shownRefusals = 8;

interface RefusedProps {
  readonly refused: Extract<PlanNews, { kind: 'pasted' }>['refused'];
  readonly onProposals: () => void;
}

function Refused({ refused, onProposals }: RefusedProps) {
  const { plan } = useWords().projects;
  const proposed = refused.filter(({ refusal }) => refusal.proposal !== '').length;
  return (
    <>
      <p>{plan.refused(refused.length)}</p>
      <ul className="plan-refused">
        {refused.slice(0, shownRefusals).map(({ row, column, text, refusal }) => (
          <li key={`${row} ${column}`}>
            {plan.refusedCell(row + 1, plan.columns[column], plan.clip(text))}
            {refusal.proposal === '' ? plan.problems[refusal.problem](refusal.about) : plan.proposed(refusal.proposal)}
          </li>
        ))}
        {refused.length > shownRefusals && <li>{plan.refusedMore(refused.length - shownRefusals)}</li>}
      </ul>
      {proposed > 0 && <Button onClick={onProposals}>{plan.takeProposals(proposed)}</Button>}
    </>
  );
}

/** Changes that could not be saved stay on the screen, and can be tried again. */
export function UnsavedNotice({ view, onRetry }: { readonly view: PlanView; readonly onRetry: () => void }) {
  const { projects, failures, app } = useWords();
  return (
    <div className="stack">
      {view.failure && <FailureNotice text={failures[view.failure.kind](view.failure.subject)} />}
      <Notice tone="warn">
        <div className="row">
          <p>{projects.plan.unsaved(view.unsaved)}</p>
          <Button onClick={onRetry}>{app.retry}</Button>
        </div>
      </Notice>
    </div>
  );
}
