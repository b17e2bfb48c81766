import { useId, useState } from 'react';
import type { Form } from '@shared/model/form.ts';
import { request } from '../../bridge.ts';
import { useExporting } from '../../exporting.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';

const formats = ['docx', 'pdf'] as const;
type Format = (typeof formats)[number];

interface ExportFormProps {
  readonly forms: readonly Form[];
  /** Name of the folder that the files go into; made safe in main. */
  readonly folder: string;
}

/** Writes forms to print and sign as Word documents and PDF. */
export function ExportForm({ forms, folder }: ExportFormProps) {
  const { projectExchange: words } = useWords();
  const hint = useId();
  const [chosen, setChosen] = useState<readonly Format[]>(formats);
  const places = usePlaces();
  const task = useExporting();
  const obstacle = chosen.length === 0 ? 'needKind' : places.chosen === '' ? 'needPlace' : null;
  const start = (): void => {
    const files = forms.map((form) => ({ kind: 'form', form, formats: chosen }) as const);
    const order = { place: places.chosen, folder: folder.slice(0, longestFolder), files };
    void task.start((name) => request('projects:export', order, name));
  };
  const toggle = (format: Format, isIn: boolean): void =>
    setChosen(formats.filter((one) => (one === format ? isIn : chosen.includes(one))));
  return (
    <div className="stack">
      <div className="choices">
        <fieldset className="choice">
          <legend>{words.formats}</legend>
          {formats.map((format) => (
            <label key={format} className="check">
              <input type="checkbox" checked={chosen.includes(format)} onChange={(event) => toggle(format, event.target.checked)} />
              {words.format[format]}
            </label>
          ))}
        </fieldset>
        <PlaceChoice legend={words.place} places={places} />
      </div>
      <section className="card" aria-label={words.leaving}>
        <h3>{words.leaving}</h3>
        <p>{words.leavingForms(forms.map(({ title }) => title).join(words.comma))}</p>
        <p>{words.leavingNothingElse}</p>
      </section>
      <div className="row">
        <Button main disabled={obstacle !== null || task.state.kind === 'writing'} aria-describedby={hint} onClick={start}>
          {words.export}
        </Button>
        <span id={hint} className="soft">
          {obstacle && words[obstacle]}
        </span>
      </div>
      <ExportOutcomeNotice task={task} />
    </div>
  );
}

/** As the door of main takes it. */
const longestFolder = 120;
