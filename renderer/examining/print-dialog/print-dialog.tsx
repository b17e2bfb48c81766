import { useState } from 'react';
import { paperSizes, printouts, type PaperSize, type Printout } from '@shared/ipc/exam.ts';
import type { Paper } from '@shared/model/exam.ts';
import { request } from '../../bridge.ts';
import { ExportOutcomeNotice } from '../../export-outcome.tsx';
import { useExporting } from '../../exporting.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';
import { FontNotice } from './font-notice.tsx';

interface PrintDialogProps {
  /** At least one; A and B are written in one go. */
  readonly papers: readonly { readonly variant: string; readonly paper: Paper }[];
  readonly onClose: () => void;
}

const formats = ['docx', 'pdf'] as const;
type Format = (typeof formats)[number];

/** Paper size, what to print, in which formats, to which place. It stays open while files are written. */
export function PrintDialog({ papers, onClose }: PrintDialogProps) {
  const { paperPrint, reports, app } = useWords();
  const [size, setSize] = useState<PaperSize>('A4');
  const [wanted, setWanted] = useState<readonly Printout[]>(['candidate', 'answers']);
  const [chosenFormats, setFormats] = useState<readonly Format[]>(['docx', 'pdf']);
  const places = usePlaces();
  const exporting = useExporting();
  const busy = exporting.state.kind === 'writing';
  const count = papers.length * wanted.length * chosenFormats.length;
  const obstacle = count === 0 ? paperPrint.nothing : places.chosen === '' ? reports.needPlace : '';
  const folder = paperPrint.folder(papers[0]?.paper.title ?? '');
  const titles = papers.map((one) => (isNamed(one) ? one.paper.title : paperPrint.titled(one.paper.title, one.variant)));
  const start = (): Promise<void> =>
    exporting.start((task) =>
      request('papers:export', { place: places.chosen, folder, papers, size, printouts: wanted, formats: chosenFormats }, task),
    );
  const close = (): void => {
    if (!busy) onClose();
  };
  return (
    <Dialog
      wide
      title={paperPrint.title}
      onClose={close}
      actions={
        <Button disabled={busy} onClick={close}>
          {app.close}
        </Button>
      }
    >
      <div className="stack">
        <p>{paperPrint.papers(titles.join(paperPrint.separator))}</p>
        <div className="choices">
          <fieldset className="choice">
            <legend>{paperPrint.size}</legend>
            {paperSizes.map((name) => (
              <label key={name} className="check">
                <input type="radio" name="paper-size" checked={name === size} onChange={() => setSize(name)} />
                <span className="choice-label">{paperPrint.sizes[name]}</span>
              </label>
            ))}
          </fieldset>
          <Checks legend={paperPrint.what} all={printouts} labels={paperPrint.printouts} chosen={wanted} onChange={setWanted} />
          <Checks legend={paperPrint.format} all={formats} labels={paperPrint.formats} chosen={chosenFormats} onChange={setFormats} />
          <PlaceChoice legend={reports.place} places={places} />
        </div>
        <p className="soft">{paperPrint.leaving}</p>
        <FontNotice />
        <div className="row">
          <Button main disabled={busy || obstacle !== ''} aria-describedby="print-obstacle" onClick={() => void start()}>
            {paperPrint.start}
          </Button>
          <span id="print-obstacle" className="soft">
            {obstacle || paperPrint.files(count)}
          </span>
        </div>
        <ExportOutcomeNotice task={exporting} />
      </div>
    </Dialog>
  );
}

/** Titles may name their variant already; they are written in Chinese whatever the language of the screen. */
const isNamed = ({ variant, paper }: PrintDialogProps['papers'][number]): boolean => variant === '' || paper.title.includes(`${variant}卷`);

interface ChecksProps<T extends string> {
  readonly legend: string;
  readonly all: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  readonly chosen: readonly T[];
  readonly onChange: (chosen: readonly T[]) => void;
}

function Checks<T extends string>({ legend, all, labels, chosen, onChange }: ChecksProps<T>) {
  const toggled = (name: T): readonly T[] => all.filter((each) => (each === name ? !chosen.includes(each) : chosen.includes(each)));
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {all.map((name) => (
        <label key={name} className="check">
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => onChange(toggled(name))} />
          <span className="choice-label">{labels[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}
