import { useState } from 'react';
import { placesOf } from '@shared/projects/assessment/grades.ts';
import { isReady, type Readiness } from '@shared/projects/assessment/readiness.ts';
import { leastToDrop } from '@shared/projects/assessment/score.ts';
import type { Assessment } from '@shared/model/reviewing.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { dayOf } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import type { AssessmentPartProps } from '../assessment-page.tsx';
import { useRanking, type Ranking } from '../use-ranking.ts';
import { FinaliseDialog } from './finalise-dialog.tsx';
import { RankingTable } from './ranking-table.tsx';
import { SheetDialog } from './sheet-dialog.tsx';

/** 名次和等次, what is still open, and the step that makes it final. */
export function RankingPart(props: AssessmentPartProps) {
  const { assessment: words, app } = useWords();
  const { assessment, facts, today } = props;
  const ranking = useRanking(assessment);
  const [asking, setAsking] = useState<'final' | { readonly sheet: string } | null>(null);
  if (!ranking) return <p className="soft">{app.loading}</p>;
  const sheet = typeof asking === 'object' && asking ? asking.sheet : null;
  const close = (): void => setAsking(null);
  return (
    <div className="stack">
      <State assessment={assessment} readiness={ranking.readiness} onFinalise={() => setAsking('final')} />
      <Places assessment={assessment} ranking={ranking} />
      <RankingTable assessment={assessment} ranked={ranking.ranked} facts={facts} onSheet={(id) => setAsking({ sheet: id })} />
      <p className="soft">{words.ranking.rule}</p>
      {asking === 'final' && <FinaliseDialog assessment={assessment} ranked={ranking.ranked} facts={facts} today={today} onClose={close} />}
      {sheet !== null && <SheetDialog {...props} ranking={ranking} projectId={sheet} onClose={close} />}
    </div>
  );
}

interface StateProps {
  readonly assessment: Assessment;
  readonly readiness: Readiness;
  readonly onFinalise: () => void;
}

function State({ assessment: { finalAt, dropExtremes }, readiness, onFinalise }: StateProps) {
  const { ranking: words } = useWords().assessment;
  if (finalAt !== null) {
    return (
      <Notice tone="good">
        <div className="row">
          <p>✓ {words.final(dayOf(finalAt))}</p>
          <a className="button" href={hrefOf('reviewing', 'publish')}>
            {words.toPublish}
          </a>
        </div>
      </Notice>
    );
  }
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
