import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import type { PlanNews } from './plan-steps.ts';
import type { PlanView } from './plan-session.ts';

interface PlanNewsProps {
  readonly news: PlanNews;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** What the last step did, with its way back where rows went away. */
export function PlanNewsNotice({ news, onUndo, onClose }: PlanNewsProps) {
  const { projects, app } = useWords();
  const { plan } = projects;
  return (
    <Notice tone={news.kind === 'removed' || (news.kind === 'pasted' && news.refused.length === 0) ? 'plain' : 'warn'}>
      <div className="row">
        {news.kind === 'removed' && <p>{plan.removed(news.count)}</p>}
        {news.kind === 'pasted' && <p>{plan.pasted(news.count, news.added)}</p>}
        {news.kind === 'tooMany' && <p>{plan.tooMany(news.limit)}</p>}
        {news.kind !== 'tooMany' && <Button onClick={onUndo}>{plan.undoThis}</Button>}
        <Button onClick={onClose}>{app.close}</Button>
      </div>
      {news.kind === 'pasted' && news.refused.length > 0 && <Refused refused={news.refused} />}
    </Notice>
  );
}

const shownRefusals = 8;

function Refused({ refused }: { readonly refused: Extract<PlanNews, { kind: 'pasted' }>['refused'] }) {
  const { plan } = useWords().projects;
  return (
    <>
      <p>{plan.refused(refused.length)}</p>
      <ul className="plan-refused">
        {refused.slice(0, shownRefusals).map(({ row, column, text }) => (
          <li key={`${row} ${column}`}>{plan.refusedCell(row + 1, plan.columns[column], text)}</li>
        ))}
        {refused.length > shownRefusals && <li>{plan.refusedMore(refused.length - shownRefusals)}</li>}
      </ul>
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
