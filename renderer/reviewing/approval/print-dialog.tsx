import { approvalForm } from '@shared/projects/forms/approval-form.ts';
import { request } from '../../bridge.ts';
import type { ReviewFile } from '../../data/reviewing/approval.ts';
import { readProjectRules } from '../../data/projects/rules.ts';
import { useLive } from '../../data/live.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { useExporting } from '../../exporting.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

/** Writes the approval form (申报审批表) with the opinions so far, as Word and PDF. */
export function PrintDialog({ file, onClose }: { readonly file: ReviewFile; readonly onClose: () => void }) {
  const { approval, reports, app } = useWords();
  const places = usePlaces();
  const task = useExporting();
  const rules = useLive(readProjectRules, []);
  const isReady = rules !== undefined && places.chosen !== '' && task.state.kind !== 'writing';
  const start = async (): Promise<void> => {
    if (!rules) return;
    const form = approvalForm(file.project, file.state, rules.weights);
    const files = [{ kind: 'form' as const, form, formats: ['docx', 'pdf'] as const }];
    await task.start((name) => request('projects:export', { place: places.chosen, folder: form.fileName, files }, name));
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.close}</Button>
      <Button main disabled={!isReady} onClick={() => void start()}>
        {reports.export}
      </Button>
    </>
  );
  return (
    <Dialog title={approval.page.print} onClose={onClose} actions={actions}>
      <div className="stack reviewing-dialog">
        <PlaceChoice legend={reports.place} places={places} />
        <ExportOutcomeNotice task={task} />
      </div>
    </Dialog>
  );
}
