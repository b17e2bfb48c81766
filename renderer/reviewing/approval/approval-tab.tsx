import { readReviewFile } from '../../data/reviewing/approval.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import type { ReviewingTabProps } from '../reviewing-tabs.tsx';
import { Queue } from './queue.tsx';
import { ReviewPage } from './review-page.tsx';

/** 审批: `#/reviewing/approval` what waits, `…/<project>` one project. */
export function ApprovalTab({ route: [id = ''], today }: ReviewingTabProps) {
  return id === '' ? <Queue today={today} /> : <OneProject key={id} id={id} today={today} />;
}

function OneProject({ id, today }: { readonly id: string; readonly today: string }) {
  const { approval, app } = useWords();
  const file = useLive(async () => (await readReviewFile(id)) ?? 'none', [id]);
  if (!file) return <p className="soft">{app.loading}</p>;
  if (file !== 'none') return <ReviewPage file={file} today={today} />;
  return (
    <Empty>
      <p>{approval.page.gone}</p>
      <a className="button" href={hrefOf('reviewing', 'approval')}>
        {approval.page.back}
      </a>
    </Empty>
  );
}
