import type { Assessment, ProjectReturn } from '@shared/model/reviewing.ts';
import { hrefOf } from '../../route.ts';
import { useWords } from '../../words.tsx';
import { ExportPart } from './export-part.tsx';
import { EditAssessment } from './form/assessment-form.tsx';
import { MarksPart } from './marks/marks-part.tsx';
import { partNames, type PartName } from './parts.ts';
import { RankingPart } from './ranking/ranking-part.tsx';

export interface AssessmentPartProps {
  readonly assessment: Assessment;
  /** What came in of its projects, by project. */
  readonly facts: ReadonlyMap<string, ProjectReturn>;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

interface AssessmentPageProps extends AssessmentPartProps {
  readonly part: PartName;
  /** What of the part, e.g. a judge's id; '' for the first. */
  readonly what: string;
}

/** One yearly review: marks, ranking, settings, tables to take away. */
export function AssessmentPage({ part, what, ...props }: AssessmentPageProps) {
  const { assessment: words } = useWords();
  const { id, title } = props.assessment;
  return (
    <div className="stack">
      <div className="row">
        <h2>{title}</h2>
        <a href={hrefOf('reviewing', 'assessment')}>{words.back}</a>
      </div>
      <nav className="row" aria-label={words.parts}>
        {partNames.map((name) => (
          <a
            key={name}
            className="button assessment-part"
            href={hrefOf('reviewing', 'assessment', id, name)}
            aria-current={name === part ? 'page' : undefined}
          >
            {words.part[name]}
          </a>
        ))}
      </nav>
      <Part part={part} what={what} {...props} />
    </div>
  );
}

function Part({ part, what, ...props }: AssessmentPageProps) {
  switch (part) {
    case 'marks':
      return <MarksPart {...props} judgeId={what} />;
    case 'ranking':
      return <RankingPart {...props} />;
    case 'settings':
      return <EditAssessment assessment={props.assessment} />;
    case 'export':
      return <ExportPart {...props} />;
  }
}
