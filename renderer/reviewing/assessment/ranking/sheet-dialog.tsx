import { scoreSheet } from '@shared/reports/projects/assessment.ts';
import { ReportPreview } from '../../../report-preview.tsx';
import { useSession } from '../../../session.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words.tsx';
import type { AssessmentPartProps } from '../assessment-page.tsx';
import type { Ranking } from '../use-ranking.ts';

interface SheetDialogProps extends AssessmentPartProps {
  readonly ranking: Ranking;
  readonly projectId: string;
  readonly onClose: () => void;
}

/** 成果评审表 of one project: what every judge gave, and which of them count. */
export function SheetDialog({ assessment, facts, today, ranking, projectId, onClose }: SheetDialogProps) {
  const { assessment: words, app } = useWords();
  const { unitName } = useSession().person;
  const result = ranking.ranked.find(({ result: each }) => each.projectId === projectId)?.result;
  const project = facts.get(projectId)?.facts ?? { title: projectId, unitName: '', secretary: '' };
  if (!result) return null;
  return (
    <Dialog title={words.ranking.sheetOf(project.title)} onClose={onClose} wide actions={<Button onClick={onClose}>{app.close}</Button>}>
      <ReportPreview report={scoreSheet({ bureauName: unitName, assessment, today }, project, result, ranking.marks)} />
    </Dialog>
  );
}
