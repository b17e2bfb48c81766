import { useState } from 'react';
import type { MistakeBook } from '../../data/study/mistakes.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { useExporting } from '../../exporting.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';
import { exportMistakes, type MistakesFormat } from './export-mistakes.ts';

const formats: readonly MistakesFormat[] = ['docx', 'xlsx'];

/** Which mistakes, in which format, to which place. */
export function ExportDialog({ book, onClose }: { readonly book: MistakeBook; readonly onClose: () => void }) {
  const { app, reports, studyMistakes } = useWords();
  const words = studyMistakes.exporting;
  const { person } = useSession();
  const [all, setAll] = useState(book.open.length === 0);
  const [format, setFormat] = useState<MistakesFormat>('docx');
  const places = usePlaces();
  const exporting = useExporting();
  const mistakes = all ? [...book.open, ...book.overcome] : book.open;
  const start = (): void => {
    const order = { mistakes, format, place: places.chosen, person, title: words.fileTitle(person.name), now: Date.now() };
    void exporting.start((task) => exportMistakes(order, task));
  };
  const obstacle = mistakes.length === 0 ? words.none : places.chosen === '' ? reports.needPlace : '';
  return (
    <Dialog wide title={words.title} onClose={onClose} actions={<Button onClick={onClose}>{app.close}</Button>}>
      <div className="stack">
        <div className="choices">
          <fieldset className="choice">
            <legend>{words.what}</legend>
            <Radio name="what" label={words.open(book.open.length)} checked={!all} onChoose={() => setAll(false)} />
            <Radio name="what" label={words.all(book.open.length + book.overcome.length)} checked={all} onChoose={() => setAll(true)} />
          </fieldset>
          <fieldset className="choice">
            <legend>{words.format}</legend>
            {formats.map((name) => (
              <Radio key={name} name="format" label={words.formats[name]} checked={name === format} onChoose={() => setFormat(name)} />
            ))}
          </fieldset>
          <PlaceChoice legend={reports.place} places={places} />
        </div>
        <p className="soft">{words.leaving}</p>
        <div className="row">
          <Button
            main
            disabled={obstacle !== '' || exporting.state.kind === 'writing'}
            aria-describedby="mistakes-obstacle"
            onClick={start}
          >
            {words.start}
          </Button>
          <span id="mistakes-obstacle" className="soft">
            {obstacle}
          </span>
        </div>
        <ExportOutcomeNotice task={exporting} />
      </div>
    </Dialog>
  );
}

interface RadioProps {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Radio({ name, label, checked, onChoose }: RadioProps) {
  return (
    <label className="check">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span className="choice-label">{label}</span>
    </label>
  );
}
