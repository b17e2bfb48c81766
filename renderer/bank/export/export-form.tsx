import { useState } from 'react';
import { bankExportFormats, type BankExportFormat } from '@shared/ipc/contract.ts';
import { fail } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import type { Task } from '../../data/bank/steps.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { useExporting } from '../../exporting.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';
import { useWork } from '../common/use-work.ts';
import { WorkBar } from '../common/work-bar.tsx';

/** A set of questions that can be exported. */
export interface ExportScope {
  readonly label: string;
  readonly count: number;
  /** Hands its questions to main; null where it was cancelled. */
  readonly collect: (task: Task) => Promise<string | null>;
}

interface ExportFormProps {
  readonly title: string;
  /** At least one. */
  readonly scopes: readonly ExportScope[];
}

type Format = Exclude<BankExportFormat, 'errors'>;
const formats = bankExportFormats.filter((format): format is Format => format !== 'errors');

/** Which questions, in which format, to which place. */
export function ExportForm({ title, scopes }: ExportFormProps) {
  const { bankPublish, reports } = useWords();
  const words = bankPublish.export;
  const [place, setPlace] = useState(0);
  const [format, setFormat] = useState<Format>('template');
  const places = usePlaces();
  const exporting = useExporting();
  const work = useWork();
  const scope = scopes[place] ?? scopes[0];
  const busy = work.running !== null || exporting.state.kind === 'writing';
  const start = async (): Promise<void> => {
    if (!scope) return;
    const collection = await work.run(words.collecting, scope.collect);
    if (collection === null) return exporting.start(async () => fail('cancelled'));
    const order = { collection, format, title, place: places.chosen };
    await exporting.start((task) => request('bank:export', order, task));
  };
  return (
    <div className="stack">
      <div className="choices">
        <Radios legend={words.what} labels={scopes.map(({ label }) => label)} chosen={place} onChoose={setPlace} />
        <Radios
          legend={words.format}
          labels={formats.map((name) => words.formats[name])}
          chosen={formats.indexOf(format)}
          onChoose={(at) => setFormat(formats[at] ?? 'template')}
        />
        <PlaceChoice legend={reports.place} places={places} />
      </div>
      <p className="soft">{words.leaving}</p>
      <div className="row">
        <Button
          main
          disabled={busy || places.chosen === '' || scope?.count === 0}
          aria-describedby="bank-export-obstacle"
          onClick={() => void start()}
        >
          {words.start}
        </Button>
        <span id="bank-export-obstacle" className="soft">
          {scope?.count === 0 ? words.none : places.chosen === '' ? reports.needPlace : ''}
        </span>
      </div>
      <WorkBar work={work} />
      <ExportOutcomeNotice task={exporting} />
    </div>
  );
}

interface RadiosProps {
  readonly legend: string;
  readonly labels: readonly string[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

function Radios({ legend, labels, chosen, onChoose }: RadiosProps) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {labels.map((label, place) => (
        <label key={label} className="check">
          <input type="radio" name={legend} checked={place === chosen} onChange={() => onChoose(place)} />
          <span className="choice-label">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
