import type { Indicator, PlanNode, Project } from '@shared/model/project.ts';
import type { ProjectEvent, Submission } from '@shared/model/project-event.ts';
import { minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { ListTable } from '../../list-table.tsx';
import { IndicatorTable } from './indicator-table.tsx';

interface SubmissionCardProps {
  readonly submission: Submission;
  readonly steps: readonly ProjectEvent[];
}

/** The application and the plan as they were handed in. */
export function SubmissionCard({ submission, steps }: SubmissionCardProps) {
  const { approval } = useWords();
  const words = approval.submission;
  const { project, nodes, revision } = submission;
  const event = steps.findLast(({ action }) => action.kind === 'submitted' && action.submission.revision === revision);
  return (
    <section className="card stack" aria-labelledby="submission-title">
      <h3 id="submission-title">{words.title}</h3>
      <p className="soft">{words.revision(revision, event ? minuteOf(event.at) : '')}</p>
      <ApplicationFacts project={project} />
      <Indicators indicators={project.indicators} />
      <details>
        <summary>{words.planCount(nodes.length)}</summary>
        {nodes.length === 0 ? <p>{words.noPlan}</p> : <PlanTable nodes={nodes} />}
      </details>
    </section>
  );
}

/** What fits a line stands side by side; what is argued has the whole width. */
const shortFields = ['title', 'unitName', 'branch', 'secretary', 'contact', 'specialty', 'startDate', 'endDate'] as const;
const longFields = ['background', 'problem', 'measures', 'effect', 'outcome'] as const;

function ApplicationFacts({ project }: { readonly project: Project }) {
  return (
    <>
      <Facts project={project} fields={shortFields} className="reviewing-short" />
      <Facts project={project} fields={longFields} className="reviewing-facts" />
    </>
  );
}

interface FactsProps {
  readonly project: Project;
  readonly fields: readonly (typeof shortFields | typeof longFields)[number][];
  readonly className: string;
}

function Facts({ project, fields, className }: FactsProps) {
  const words = useWords().approval.submission;
  return (
    <dl className={className}>
      {fields.map((field) => (
        <div key={field} className="reviewing-fact">
          <dt>{words.fields[field]}</dt>
          <dd>{project[field] || words.empty}</dd>
        </div>
      ))}
    </dl>
  );
}

function Indicators({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { indicators: label } = useWords().approval.submission;
  return indicators.length === 0 ? null : <IndicatorTable label={label} indicators={indicators} />;
}

function PlanTable({ nodes }: { readonly nodes: readonly PlanNode[] }) {
  const { plan, number, cells } = useWords().approval.submission;
  const heads = [
    { number },
    cells.phase,
    cells.title,
    cells.duty,
    cells.deliverable,
    cells.owner,
    cells.department,
    cells.plannedStart,
    cells.plannedFinish,
  ];
  return (
    <div className="reviewing-plan">
      <ListTable label={plan} columns={heads}>
        {nodes
          .toSorted((one, other) => one.order - other.order)
          .map((node, place) => (
            <tr key={node.id}>
              <td className="num">{place + 1}</td>
              <td>{node.phase}</td>
              <th scope="row">{node.title}</th>
              <td className="reviewing-long">{node.duty}</td>
              <td className="reviewing-long">{node.deliverable}</td>
              <td>{node.owner}</td>
              <td>{node.department}</td>
              <td className="reviewing-day">{node.plannedStart}</td>
              <td className="reviewing-day">{node.plannedFinish}</td>
            </tr>
          ))}
      </ListTable>
    </div>
  );
}
