import { useState } from 'react';
import { useLive } from '../../data/live.ts';
import { readStoredPlan } from '../../data/projects/plan.ts';
import { readMonths } from '../../data/projects/progress.ts';
import { useWords } from '../../words.tsx';
import type { ProjectTabProps } from '../project-tabs.tsx';
import { Entries } from './entries.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { MonthForm } from './month-form.tsx';
import { MonthList } from './month-list.tsx';

/** 进展与佐证: the monthly form that feeds every report, notes along the way, and files. */
export function ProgressTab({ project, today }: ProjectTabProps) {
  const { app } = useWords();
  const [month, setMonth] = useState<string | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  const open = (chosen: string): void => {
    setMonth(chosen);
    setWasOpen(true);
  };
  const nodes = useLive(async () => (await readStoredPlan(project.id)).nodes, [project.id]);
  const months = useLive(() => readMonths(project.id), [project.id]);
  if (!nodes || !months) return <p className="soft">{app.loading}</p>;
  if (month !== null) {
    return (
      <MonthForm key={month} project={project} nodes={nodes} months={months} month={month} today={today} onClose={() => setMonth(null)} />
    );
  }
  return (
    <div className="stack progress-page">
      <MonthList project={project} months={months} today={today} takesFocus={wasOpen} onOpen={open} />
      <Entries project={project} nodes={nodes} today={today} />
      <EvidenceList project={project} nodeId={null} editable />
    </div>
  );
}
