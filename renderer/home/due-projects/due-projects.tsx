import type { DueNode, DueNodes, DueReports } from '@shared/projects/due.ts';
import type { DueProjects } from '../../data/projects/due.ts';
import { hrefOf } from '../../route.ts';
import { useWords } from '../../words.tsx';
import { DueLine } from '../due-line.tsx';
import { useNodeText } from './node-text.ts';
import './due-projects.css';

interface DueProjectsLinesProps {
  readonly due: DueProjects;
  /** 'YYYY-MM-DD'. */
  readonly today: string;
}

/** 书记项目 on the first page: what is late and due soon with whose it is, the next node with what it waits for, monthly reports. */
export function DueProjectsLines({ due, today }: DueProjectsLinesProps) {
  const { home } = useWords();
  const textOf = useNodeText(due, today);
  const { overdue, dueSoon, next } = due;
  return (
    <>
      {overdue.count > 0 && <Nodes tone="bad" heading={home.overdue(overdue.count)} nodes={overdue} textOf={textOf} />}
      {dueSoon.count > 0 && <Nodes heading={home.dueSoon(dueSoon.count)} nodes={dueSoon} textOf={textOf} />}
      {next && dueSoon.count === 0 && <Nodes heading={home.nextNode} nodes={{ count: 1, projects: 1, first: [next] }} textOf={textOf} />}
      <Reports due={due} />
    </>
  );
}

interface NodesProps {
  readonly heading: string;
  readonly tone?: 'bad';
  readonly nodes: DueNodes;
  readonly textOf: (node: DueNode) => string;
}

/** One line with the way there, and the first nodes below it. */
function Nodes({ heading, tone, nodes, textOf }: NodesProps) {
  const { home } = useWords();
  const { count, first } = nodes;
  return (
    <>
      <DueLine text={heading} action={home.plansAction} href={planHref(nodes)} {...(tone && { tone })} />
      <ul className="home-nodes">
        {first.map((node) => (
          <li key={`${node.projectId} ${node.nodeId}`}>{textOf(node)}</li>
        ))}
        {count > first.length && <li>{home.moreNodes(count - first.length)}</li>}
      </ul>
    </>
  );
}

function Reports({ due: { missingReports, reportsSoon } }: { readonly due: DueProjects }) {
  const { home } = useWords();
  const textOf = useReportText();
  const { count, projects, first } = missingReports;
  return (
    <>
      {count > 0 && (
        <DueLine
          tone="bad"
          text={home.reportMissing(projects, first?.projectTitle ?? '', count)}
          action={home.reportAction}
          href={progressHref(missingReports)}
        />
      )}
      {reportsSoon.count > 0 && <DueLine text={textOf(reportsSoon)} action={home.reportAction} href={progressHref(reportsSoon)} />}
    </>
  );
}

function useReportText(): (reports: DueReports) => string {
  const { home, app } = useWords();
  return ({ count, first }) => {
    const [year = 0, month = 0, day = 0] = (first?.day ?? '').split('-').map(Number);
    return home.reportDue(count, first?.projectTitle ?? '', month, app.date(year, month, day));
  };
}

/** The plan where all lies in one project, else the register. */
const planHref = ({ projects, first }: DueNodes): string =>
  projects === 1 ? hrefOf('projects', first[0]?.projectId ?? '') : hrefOf('projects');

const progressHref = ({ projects, first }: DueReports): string =>
  projects === 1 ? hrefOf('projects', first?.projectId ?? '', 'progress') : hrefOf('projects');
