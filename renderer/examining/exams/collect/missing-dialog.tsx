import type { Candidate, Exam } from '@shared/model/examining.ts';
import { request } from '../../../bridge.ts';
import { ExportOutcomeNotice } from '../../../export-outcome.tsx';
import { useExporting } from '../../../exporting.ts';
import { PlaceChoice } from '../../../place-choice.tsx';
import { usePlaces } from '../../../places.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { dayOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { missingReport } from './missing-report.ts';

interface MissingDialogProps {
  readonly exam: Exam;
  readonly missing: readonly Candidate[];
  readonly onClose: () => void;
}

/** Writes the list of those who have sent nothing, to send it to their units. */
export function MissingDialog({ exam, missing, onClose }: MissingDialogProps) {
  const { collecting, app } = useWords();
  const words = collecting.missing;
  const places = usePlaces();
  const task = useExporting();
  const write = (name: string): ReturnType<typeof request<'exports:write'>> => {
    const report = missingReport(exam, missing, { today: dayOf(Date.now()), words });
    return request('exports:write', { place: places.chosen, folder: report.fileName, reports: [report], formats: ['xlsx', 'pdf'] }, name);
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
    <Dialog title={words.export} onClose={onClose} actions={actions}>
      <div className="stack examining-dialog">
        <PlaceChoice legend={words.place} places={places} />
        <ExportOutcomeNotice task={task} />
      </div>
    </Dialog>
  );
}
