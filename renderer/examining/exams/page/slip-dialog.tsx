import type { Exam, SealedExam } from '@shared/model/examining.ts';
import { request } from '../../../bridge.ts';
import { readExams } from '../../../data/exams.ts';
import { ExportOutcomeNotice } from '../../../export-outcome.tsx';
import { useExporting } from '../../../exporting.ts';
import { PlaceChoice } from '../../../place-choice.tsx';
import { usePlaces } from '../../../places.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { dayOf, minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { packageNameOf } from '../form/form-state.ts';
import { codeSlip } from './code-slip.ts';

interface SlipDialogProps {
  readonly exam: Exam;
  readonly sealed: SealedExam;
  readonly onClose: () => void;
}

/** The start code on one page, for whoever reads it out. */
export function SlipDialog({ exam, sealed, onClose }: SlipDialogProps) {
  const { exams, app } = useWords();
  const words = exams.page.slip;
  const places = usePlaces();
  const task = useExporting();
  const write = async (name: string): ReturnType<typeof request<'exports:write'>> => {
    const packageName = packageNameOf(exam, await readExams());
    const when = exams.window(minuteOf(exam.opensAt), minuteOf(exam.closesAt));
    const report = codeSlip(exam, { startCode: sealed.startCode, packageName, when, minutes: exams.minutes(exam.minutes) }, words);
    const folder = `${report.fileName} ${dayOf(Date.now())}`;
    return request('exports:write', { place: places.chosen, folder, reports: [report], formats: ['pdf'] }, name);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.close}</Button>
      <Button main disabled={places.chosen === '' || task.state.kind === 'writing'} onClick={() => void task.start(write)}>
        {words.write}
      </Button>
    </>
  );
  return (
    <Dialog title={words.title} onClose={onClose} actions={actions}>
      <div className="stack examining-dialog">
        <p>{words.leaving}</p>
        <PlaceChoice legend={words.place} places={places} />
        <ExportOutcomeNotice task={task} />
      </div>
    </Dialog>
  );
}
