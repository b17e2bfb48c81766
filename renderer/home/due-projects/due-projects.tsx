import type { DueNode, DueProjects, DueReport } from '../../data/projects/due.ts';
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
      {overdue.length > 0 && <Nodes tone="bad" heading={home.overdue(overdue.length)} nodes={overdue} textOf={textOf} />}
      {dueSoon.length > 0 && <Nodes heading={home.dueSoon(dueSoon.length)} nodes={dueSoon} textOf={textOf} />}
      {next && dueSoon.length === 0 && <Nodes heading={home.nextNode} nodes={[next.node]} textOf={textOf} />}
      <Reports due={due} />
    </>
  );
}

const shownNodes = 3;

interface NodesProps {
  readonly heading: string;
  readonly tone?: 'bad';
  readonly nodes: readonly DueNode[];
  readonly textOf: (node: DueNode) => string;
}

/** One line with the way there, and the first nodes below it. */
function Nodes({ heading, tone, nodes, textOf }: NodesProps) {
  const { home } = useWords();
  return (
    <>
      <DueLine text={heading} action={home.plansAction} href={planHref(nodes)} {...(tone && { tone })} />
      <ul className="home-nodes">
        {nodes.slice(0, shownNodes).map((node) => (
          <li key={`${node.projectId} ${node.nodeId}`}>{textOf(node)}</li>
        ))}
        {nodes.length > shownNodes && <li>{home.moreNodes(nodes.length - shownNodes)}</li>}
      </ul>
    </>
  );
}

function Reports({ due: { missingReports, reportsSoon } }: { readonly due: DueProjects }) {
  const { home } = useWords();
  const textOf = useReportText();
  return (
    <>
      {missingReports.length > 0 && (
        <DueLine
          tone="bad"
          text={home.reportMissing(projectCount(missingReports), missingReports[0]?.projectTitle ?? '', missingReports.length)}
          action={home.reportAction}
          href={progressHref(missingReports)}
        />
      )}
      {reportsSoon.length > 0 && <DueLine text={textOf(reportsSoon)} action={home.reportAction} href={progressHref(reportsSoon)} />}
    </>
  );
}

function useReportText(): (reports: readonly DueReport[]) => string {
  const { home, app } = useWords();
  return (reports) => {
    const [first] = reports;
    const [year = 0, month = 0, day = 0] = (first?.day ?? '').split('-').map(Number);
    return home.reportDue(reports.length, first?.projectTitle ?? '', month, app.date(year, month, day));
  };
}

const projectCount = (items: readonly { readonly projectId: string }[]): number => new Set(items.map(({ projectId }) => projectId)).size;

/** The plan where all lies in one project, else the register. */
const planHref = (nodes: readonly DueNode[]): string =>
  projectCount(nodes) === 1 ? hrefOf('projects', nodes[0]?.projectId ?? '') : hrefOf('projects');

const progressHref = (reports: readonly DueReport[]): string =>
  projectCount(reports) === 1 ? hrefOf('projects', reports[0]?.projectId ?? '', 'progress') : hrefOf('projects');
