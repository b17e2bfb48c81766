import type { Candidate, Exam } from '@shared/model/examining.ts';
import { request } from '../../../bridge.ts';
import { dayOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { WriteDialog } from '../write-dialog.tsx';
import { missingReport } from './missing-report.ts';

interface MissingDialogProps {
  readonly exam: Exam;
  readonly missing: readonly Candidate[];
  readonly onClose: () => void;
}

/** Writes the list of those who have sent nothing, to send it to their units. */
export function MissingDialog({ exam, missing, onClose }: MissingDialogProps) {
  const { missing: words } = useWords().collecting;
  const write = (place: string, task: string): ReturnType<typeof request<'exports:write'>> => {
    const report = missingReport(exam, missing, { today: dayOf(Date.now()), words });
    return request('exports:write', { place, folder: report.fileName, reports: [report], formats: ['xlsx', 'pdf'] }, task);
  };
  return <WriteDialog title={words.export} place={words.place} action={words.write} write={write} onClose={onClose} />;
}
