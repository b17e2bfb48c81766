import {
  registerColumns,
  type ProjectCard,
  type RegisterColumn,
  type RegisterFacts,
  type RegisterQuery,
} from '@shared/projects/register.ts';
import { hrefOf } from '../../route.ts';
import { VirtualTable, type TableColumn } from '../../ui/list/virtual-table.tsx';
import { useWords } from '../../words.tsx';

type Sort = RegisterQuery['sort'];

interface RegisterTableProps {
  /** In the order in which they are shown. */
  readonly projects: readonly ProjectCard[];
  readonly facts: ReadonlyMap<string, RegisterFacts>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

const rowHeight = 52;

const widths: Record<RegisterColumn, number> = {
  title: 184,
  number: 124,
  unit: 128,
  secretary: 76,
  year: 64,
  source: 92,
  stage: 84,
  light: 104,
  percent: 64,
  next: 124,
};

/** The rows of the register. A head orders by its column, again the other way round, the third time the newest come first. */
export function RegisterTable({ projects, facts, sort, onSort }: RegisterTableProps) {
  const columns = useColumns();
  const cells = useCells();
  const order = (id: string): void => {
    const column = registerColumns.find((one) => one === id);
    if (!column) return;
    const isSame = sort?.column === column;
    onSort(isSame && sort.descending ? null : { column, descending: isSame });
  };
  return (
    <VirtualTable
      label={useWords().projects.register.caption}
      columns={columns}
      count={projects.length}
      rowHeight={rowHeight}
      sort={sort}
      onSort={order}
      keyOf={(row) => projects[row]?.id ?? String(row)}
      cellsOf={(row) => {
        const project = projects[row];
        return project ? cells(project, facts.get(project.id)) : [];
      }}
    />
  );
}

function useColumns(): readonly TableColumn[] {
  const { register } = useWords().projects;
  const titles: Record<RegisterColumn, string> = {
    title: register.name,
    number: register.number,
    unit: register.unit,
    secretary: register.secretary,
    year: register.year,
    source: register.source,
    stage: register.stage,
    light: register.light,
    percent: register.progress,
    next: register.next,
  };
  return registerColumns.map((id) => ({
    id,
    title: titles[id],
    width: widths[id],
    align: id === 'percent' || id === 'year' ? 'right' : 'left',
  }));
}

function useCells() {
  const { projects, projectSchedule } = useWords();
  const { register, source, shortStage } = projects;
  const own = (project: ProjectCard) => [
    <>
      <a href={hrefOf('projects', project.id)}>{project.title}</a>
      {project.archived && <span className="soft">　{register.archived}</span>}
    </>,
    project.number,
    [project.unitName, project.branch].filter(Boolean).join(' '),
    project.secretary,
    project.year,
    source[project.topicSource],
  ];
  const reckoned = ({ stage, total, percent, overdue, light: lamp, next }: RegisterFacts) => [
    shortStage[stage],
    total > 0 && lamp && (
      <span className={`light light-${lamp}`}>
        {projectSchedule.lights[lamp]}
        {overdue > 0 && <span className="register-overdue">{register.overdueCount(overdue)}</span>}
      </span>
    ),
    `${percent}%`,
    total === 0 ? register.noNodes : next ? register.nextNode(next.title || register.unnamedNode, next.finish) : register.noNext,
  ];
  return (project: ProjectCard, facts: RegisterFacts | undefined) => [...own(project), ...(facts ? reckoned(facts) : ['', '', '', ''])];
}
