import type { Exam, SealedExam } from '@shared/model/examining.ts';
import { request } from '../../../bridge.ts';
import { readExams } from '../../../data/examining/exams.ts';
import { dayOf, minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { packageNameOf } from '../form/form-state.ts';
import { WriteDialog } from '../write-dialog.tsx';
import { codeSlip } from './code-slip.ts';

interface SlipDialogProps {
  readonly exam: Exam;
  readonly sealed: SealedExam;
  readonly onClose: () => void;
}

/** The start code on one page, for whoever reads it out. */
export function SlipDialog({ exam, sealed, onClose }: SlipDialogProps) {
  const { exams } = useWords();
  const { slip: words } = exams.page;
  const write = async (place: string, task: string): ReturnType<typeof request<'exports:write'>> => {
    const packageName = packageNameOf(exam, await readExams());
    const when = exams.window(minuteOf(exam.opensAt), minuteOf(exam.closesAt));
    const report = codeSlip(exam, { startCode: sealed.startCode, packageName, when, minutes: exams.minutes(exam.minutes) }, words);
    const folder = `${report.fileName} ${dayOf(Date.now())}`;
    return request('exports:write', { place, folder, reports: [report], formats: ['pdf'] }, task);
  };
  return (
    <WriteDialog title={words.title} place={words.place} action={words.write} write={write} onClose={onClose}>
      <p>{words.leaving}</p>
    </WriteDialog>
  );
}
