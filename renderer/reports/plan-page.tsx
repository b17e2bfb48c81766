import { useState } from 'react';
import { paperSizes, type PaperSize } from '@shared/ipc/exam.ts';
import { useLive } from '../data/live.ts';
import { readProjects } from '../data/projects/projects.ts';
import { hrefOf, navigate } from '../route.ts';
import { Empty } from '../ui/empty.tsx';
import { useWords } from '../words.tsx';
import { ReportPanel } from './report-panel.tsx';
import type { Exporter } from '../use-exporter.ts';
import { usePlanReport } from './use-reports.ts';

interface PlanPageProps {
  /** '' for the newest project. */
  readonly projectId: string;
  readonly today: string;
  readonly exporter: Exporter;
}

/** 推进计划表 of one project: choose which, look, export. */
export function PlanPage({ projectId, today, exporter }: PlanPageProps) {
  const { reports } = useWords();
  const all = useLive(readProjects, []);
  const chosen = all?.find(({ project }) => project.id === projectId)?.project ?? all?.[0]?.project;
  const [paper, setPaper] = useState<PaperSize | null>(null);
  const report = usePlanReport(chosen?.id ?? '', paper, today);
  if (!all) return null;
  if (!chosen) return <NoProjects />;
  return (
    <>
      <div className="row report-plan-choice">
        <label className="field">
          <span>{reports.project}</span>
          <select value={chosen.id} onChange={(event) => navigate('reports', 'plan', event.target.value)}>
            {all.map(({ project }) => (
              <option key={project.id} value={project.id}>
                {project.title}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{reports.paper}</span>
          <select value={paper ?? ''} onChange={({ target }) => setPaper(paperSizes.find((size) => size === target.value) ?? null)}>
            <option value="">{reports.paperByNodes}</option>
            {paperSizes.map((size) => (
              <option key={size} value={size}>
                {reports.paperSize(size)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {report && <ReportPanel report={report} exporter={exporter} nothing={reports.noNodes} />}
    </>
  );
}

function NoProjects() {
  const { reports } = useWords();
  return (
    <Empty>
      <p>{reports.noProjects}</p>
      <a className="button" href={hrefOf('projects')}>
        {reports.goToProjects}
      </a>
    </Empty>
  );
}
