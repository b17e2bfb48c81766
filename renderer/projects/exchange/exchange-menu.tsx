import { useState } from 'react';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { usePlanReading } from './use-plan-reading.ts';
import './exchange.css';

interface ExchangeMenuProps {
  readonly project: Project;
  /** In their order. */
  readonly nodes: readonly PlanNode[];
  /** What was approved; empty before that. */
  readonly baseline: readonly PlanNode[];
  /** Takes the whole plan as it is to be after an import. */
  readonly onApply: (rows: readonly PlanNode[]) => void;
}

/** The two ways of a plan: out into files, and back in. */
export function ExchangeMenu({ project, nodes, baseline, onApply }: ExchangeMenuProps) {
  const { projectExchange: words, failures, app } = useWords();
  const [exporting, setExporting] = useState(false);
  const reading = usePlanReading();
  const { state } = reading;
  return (
    <>
      <Button className="plan-tool" onClick={() => setExporting(true)}>
        {words.exportButton}
      </Button>
      {state.kind === 'reading' ? (
        <Button className="plan-tool" onClick={reading.cancel}>
          {`${words.reading} ${app.cancel}`}
        </Button>
      ) : (
        <Button className="plan-tool" onClick={() => void reading.choose()}>
          {words.importButton}
        </Button>
      )}
      {state.kind === 'failed' && (
        <div className="exchange-failure stack">
          <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />
          <div>
            <Button onClick={reading.dismiss}>{app.close}</Button>
          </div>
        </div>
      )}
      {exporting && <ExportDialog project={project} nodes={nodes} baseline={baseline} onClose={() => setExporting(false)} />}
      {state.kind === 'read' && (
        <ImportDialog
          project={project}
          nodes={nodes}
          file={state.file}
          onApply={(rows) => {
            reading.dismiss();
            onApply(rows);
          }}
          onClose={reading.dismiss}
        />
      )}
    </>
  );
}
