import { useState } from 'react';
import { placesOf } from '@shared/projects/assessment/grades.ts';
import { isReady, type Readiness } from '@shared/projects/assessment/readiness.ts';
import { leastToDrop } from '@shared/projects/assessment/score.ts';
import type { Assessment } from '@shared/model/reviewing.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import type { AssessmentPartProps } from '../assessment-page.tsx';
import { useRanking, type Ranking } from '../use-ranking.ts';
import { FinalNotice } from './final-notice.tsx';
import { FinaliseDialog } from './finalise-dialog.tsx';
import { RankingTable } from './ranking-table.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { SheetDialog } from './sheet-dialog.tsx';

/** 名次和等次, what is still open, and the step that makes it final. */
export function RankingPart(props: AssessmentPartProps) {
  const { assessment: words, app } = useWords();
  const { assessment, facts, today } = props;
  const ranking = useRanking(assessment);
  const [asking, setAsking] = useState<'final' | 'reopen' | { readonly sheet: string } | null>(null);
  if (!ranking) return <p className="soft">{app.loading}</p>;
  const sheet = typeof asking === 'object' && asking ? asking.sheet : null;
  const close = (): void => setAsking(null);
  const review = { assessment, ranked: ranking.ranked };
  return (
    <div className="stack">
      {assessment.finalAt === null ? (
        <OpenPoints assessment={assessment} readiness={ranking.readiness} onFinalise={() => setAsking('final')} />
      ) : (
        <FinalNotice review={review} finalAt={assessment.finalAt} onReopen={() => setAsking('reopen')} />
      )}
      <Places assessment={assessment} ranking={ranking} />
      <RankingTable assessment={assessment} ranked={ranking.ranked} facts={facts} onSheet={(id) => setAsking({ sheet: id })} />
      <p className="soft">{words.ranking.rule}</p>
      {asking === 'reopen' && <ReopenDialog review={review} onClose={close} />}
      {asking === 'final' && <FinaliseDialog assessment={assessment} ranked={ranking.ranked} facts={facts} today={today} onClose={close} />}
      {sheet !== null && <SheetDialog {...props} ranking={ranking} projectId={sheet} onClose={close} />}
    </div>
  );
}

interface OpenPointsProps {
  readonly assessment: Assessment;
  readonly readiness: Readiness;
  readonly onFinalise: () => void;
}

/** What is still open, and the button that makes the review final. */
function OpenPoints({ assessment: { dropExtremes }, readiness, onFinalise }: OpenPointsProps) {
  const { ranking: words } = useWords().assessment;
  const { tooFew, begun, without } = readiness;
  return (
    <>
      {begun.length > 0 && <Notice tone="warn">{words.begun(begun.length)}</Notice>}
      {tooFew.length > 0 && <Notice tone="warn">{words.tooFew(tooFew.length, dropExtremes ? leastToDrop : 1)}</Notice>}
      {without.length > 0 && <Notice tone="plain">{words.missingJudges(without.length)}</Notice>}
      <div>
        <Button main disabled={!isReady(readiness)} onClick={onFinalise}>
          {words.finalise}
        </Button>
      </div>
    </>
  );
}

/** How many places each grade has, and how many are taken. */
function Places({ assessment: { grades }, ranking: { ranked } }: { readonly assessment: Assessment; readonly ranking: Ranking }) {
  const { ranking: words } = useWords().assessment;
  return (
    <ul className="assessment-places">
      {grades.map(({ name, share }) => (
        <li key={name}>{words.places(name, placesOf(share, ranked.length), ranked.filter(({ grade }) => grade === name).length)}</li>
      ))}
    </ul>
  );
}
