import { useState } from 'react';
import type { PaperSize, ProjectFile } from '@shared/ipc/contract.ts';
import type { PlanDocument } from '@shared/model/plan-file.ts';
import type { PlanNode, Project } from '@shared/model/project.ts';
import { request } from '../../bridge.ts';
import { readHolidays } from '../../data/projects/holidays.ts';
import { readPlanFacts } from '../../data/projects/plan-facts.ts';
import { useExporting } from '../../exporting.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useToday } from '../../ui/use-today.ts';
import { useWords } from '../../words.tsx';

const kinds = ['xlsx', 'mspdi', 'icalendar', 'bars'] as const;
type Kind = (typeof kinds)[number];
const sizes = ['A4', 'A3'] as const satisfies readonly PaperSize[];

interface ExportDialogProps {
  readonly project: Project;
  readonly nodes: readonly PlanNode[];
  readonly baseline: readonly PlanNode[];
  readonly onClose: () => void;
}

/** Kinds of files, place and the one button. */
export function ExportDialog({ project, nodes, baseline, onClose }: ExportDialogProps) {
  const { projectExchange: words, app } = useWords();
  const today = useToday();
  const [chosen, setChosen] = useState<readonly Kind[]>(['xlsx']);
  const [size, setSize] = useState<PaperSize>(nodes.length >= manyNodes ? 'A3' : 'A4');
  const places = usePlaces();
  const task = useExporting();
  const obstacle = nodes.length === 0 ? 'noNodes' : chosen.length === 0 ? 'needKind' : places.chosen === '' ? 'needPlace' : null;

  const start = async (): Promise<void> => {
    const [facts, holidays] = await Promise.all([readPlanFacts(project.id), readHolidays()]);
    const plan: PlanDocument = { project, nodes, baseline, ...facts, indicators: project.indicators, holidays, today };
    const files = chosen.map((kind): ProjectFile => (kind === 'bars' ? { kind, plan, size } : { kind, plan }));
    await task.start((name) =>
      request('projects:export', { place: places.chosen, folder: project.title.slice(0, longestFolder), files }, name),
    );
  };

  const toggle = (kind: Kind, isIn: boolean): void => setChosen(kinds.filter((one) => (one === kind ? isIn : chosen.includes(one))));
  return (
    <Dialog title={words.exportTitle} wide onClose={onClose} actions={<Button onClick={onClose}>{app.close}</Button>}>
      <div className="stack">
        <div className="choices">
          <fieldset className="choice">
            <legend>{words.kinds}</legend>
            {kinds.map((kind) => (
              <label key={kind} className="check">
                <input type="checkbox" checked={chosen.includes(kind)} onChange={(event) => toggle(kind, event.target.checked)} />
                <span className="choice-label">{words.kind[kind]}</span>
              </label>
            ))}
            {chosen.includes('bars') && <SizeChoice size={size} onSize={setSize} />}
          </fieldset>
          <PlaceChoice legend={words.place} places={places} />
        </div>
        <section className="card" aria-label={words.leaving}>
          <h3>{words.leaving}</h3>
          <p>{words.leavingPlan(nodes.length)}</p>
          <p>{words.leavingNothingElse}</p>
        </section>
        <div className="row">
          <Button
            main
            disabled={obstacle !== null || task.state.kind === 'writing'}
            aria-describedby="exchange-obstacle"
            onClick={() => void start()}
          >
            {words.export}
          </Button>
          <span id="exchange-obstacle" className="soft">
            {obstacle && words[obstacle]}
          </span>
        </div>
        <ExportOutcomeNotice task={task} />
      </div>
    </Dialog>
  );
}

/** From so many nodes on one page wants to be A3. */
const manyNodes = 12;
/** As the door of main takes it. */
const longestFolder = 120;

function SizeChoice({ size, onSize }: { readonly size: PaperSize; readonly onSize: (size: PaperSize) => void }) {
  const { projectExchange: words } = useWords();
  return (
    <div className="row" role="radiogroup" aria-label={words.size}>
      <span>{words.size}</span>
      {sizes.map((one) => (
        <label key={one} className="check">
          <input type="radio" name="bar-size" checked={one === size} onChange={() => onSize(one)} />
          {one}
        </label>
      ))}
    </div>
  );
}
