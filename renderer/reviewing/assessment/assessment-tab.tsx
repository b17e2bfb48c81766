import './assessment.css';
import { useLive } from '../../data/live.ts';
import { assessmentWith, readFactsOf } from '../../data/reviewing/assessment.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import type { ReviewingTabProps } from '../reviewing-tabs.tsx';
import { AssessmentList } from './assessment-list.tsx';
import { AssessmentPage } from './assessment-page.tsx';
import { NewAssessment } from './form/assessment-form.tsx';
import { partNames } from './parts.ts';

/** 成果评审: `…/assessment` the list · `/new` · `/<id>/<part>` one review. */
export function AssessmentTab({ route, today }: ReviewingTabProps) {
  const [id, part, ...more] = route;
  if (id === undefined) return <AssessmentList />;
  if (id === 'new') return <NewAssessment today={today} />;
  return <Chosen key={id} id={id} part={partNames.find((name) => name === part) ?? 'marks'} what={more[0] ?? ''} today={today} />;
}

interface ChosenProps {
  readonly id: string;
  readonly part: (typeof partNames)[number];
  readonly what: string;
  readonly today: string;
}

function Chosen({ id, part, what, today }: ChosenProps) {
  const { assessment: words, app } = useWords();
  const assessment = useLive(() => assessmentWith(id), [id]);
  const ids = assessment?.projectIds;
  const facts = useLive(() => readFactsOf(ids ?? []), [ids]);
  if (assessment === undefined || facts === undefined) return <p className="soft">{app.loading}</p>;
  if (assessment === null) {
    return (
      <Empty>
        <p>{words.gone}</p>
        <a className="button" href={hrefOf('reviewing', 'assessment')}>
          {words.back}
        </a>
      </Empty>
    );
  }
  return <AssessmentPage assessment={assessment} facts={facts} part={part} what={what} today={today} />;
}
