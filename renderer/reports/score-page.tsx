import { useState } from 'react';
import type { Attempt } from '@shared/model/exam.ts';
import { useSession } from '../session.tsx';
import { useWords } from '../words.tsx';
import { everyScoreOfMine } from './choice.ts';
import { ReportPanel } from './report-panel.tsx';
import type { Exporter } from '../use-exporter.ts';
import { ScoreChoices } from './score-choices.tsx';
import { useScoreReport } from './use-reports.ts';

interface ScorePageProps {
  readonly kind: Attempt['kind'];
  readonly today: string;
  readonly exporter: Exporter;
}

/** 成绩汇总表 of mock tests or of quarterly exams: choose whose and when, look, export. */
export function ScorePage({ kind, today, exporter }: ScorePageProps) {
  const { reports } = useWords();
  const { person } = useSession();
  const [choice, setChoice] = useState(everyScoreOfMine);
  const report = useScoreReport(kind, { person, choice, today });
  return (
    <>
      <ScoreChoices choice={choice} onChoice={setChoice} />
      {report && <ReportPanel report={report} exporter={exporter} nothing={reports.nothingIn[kind]} />}
    </>
  );
}
