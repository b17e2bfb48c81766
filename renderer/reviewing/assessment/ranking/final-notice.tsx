import { useLive } from '../../../data/live.ts';
import { readPublishedResults, type RankedAssessment } from '../../../data/reviewing/final.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { dayOf } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

interface FinalNoticeProps {
  readonly review: RankedAssessment;
  /** Milliseconds since 1970. */
  readonly finalAt: number;
  readonly onReopen: () => void;
}

/** Since when a review is final; it can be opened again until its results have gone out. */
export function FinalNotice({ review, finalAt, onReopen }: FinalNoticeProps) {
  const { ranking: words } = useWords().assessment;
  const published = useLive(() => readPublishedResults(review), [review.assessment, review.ranked]);
  const isOut = published && published.length > 0;
  return (
    <Notice tone="good">
      <div className="row">
        <p>✓ {isOut ? words.published(dayOf(finalAt)) : words.final(dayOf(finalAt))}</p>
        {isOut === false && (
          <>
            <a className="button" href={hrefOf('reviewing', 'publish')}>
              {words.toPublish}
            </a>
            <Button onClick={onReopen}>{words.reopen.button}</Button>
          </>
        )}
      </div>
    </Notice>
  );
}
