import { useState } from 'react';
import type { Refusal } from '@shared/exam/assembly/assemble.ts';
import { sharedOf } from '@shared/exam/assembly/compare.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Assembler, PoolChoice } from '../../../data/assembly/assembly.ts';
import { addPapers } from '../../../data/examining/papers.ts';
import { navigate } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { drawPapers } from './draw-papers.ts';

interface DrawDialogProps {
  readonly blueprint: Blueprint;
  readonly assembler: Assembler;
  readonly pool: PoolChoice;
  readonly onClose: () => void;
}

const newSeed = (): string => String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
const mostSeed = 2 ** 32 - 1;

/** Asks for the seed and how many papers, draws them, keeps them and opens them. */
export function DrawDialog({ blueprint, assembler, pool, onClose }: DrawDialogProps) {
  const { papers: words, app } = useWords();
  const [seed, setSeed] = useState(newSeed);
  const [isPair, setIsPair] = useState(false);
  const [percent, setPercent] = useState('0');
  const { draw, running, outcome, forget } = useDraw(assembler);
  const seedOk = /^\d+$/.test(seed) && Number(seed) <= mostSeed;
  const percentOk = percent.trim() !== '' && Number(percent) >= 0 && Number(percent) <= 100;
  const begin = (): Promise<void> => draw({ pool, blueprint, seed: Number(seed), overlap: isPair ? Number(percent) : null });
  const close = (): void => {
    if (running) assembler.cancel();
    onClose();
  };
  return (
    <Dialog
      title={words.draw.title(blueprint.title)}
      onClose={close}
      actions={
        <>
          {running ? <Button onClick={() => assembler.cancel()}>{words.draw.stop}</Button> : <Button onClick={close}>{app.cancel}</Button>}
          <Button main disabled={running || !seedOk || (isPair && !percentOk)} onClick={() => void begin()}>
            {words.draw.confirm}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div className="row papers-part-row">
          <Field label={words.draw.seed}>
            <input inputMode="numeric" value={seed} onChange={(event) => setSeed(event.target.value.trim())} />
          </Field>
          <Button onClick={() => setSeed(newSeed())}>{words.draw.newSeed}</Button>
        </div>
        <p className="soft">{seedOk ? words.draw.seedHint : words.draw.seedWrong}</p>
        <fieldset className="choice">
          <legend>{words.draw.kind}</legend>
          {[false, true].map((pair) => (
            <label key={String(pair)} className="check">
              <input
                type="radio"
                name="papers-kind"
                checked={isPair === pair}
                onChange={() => {
                  setIsPair(pair);
                  forget();
                }}
              />
              {pair ? words.draw.pair : words.draw.one}
            </label>
          ))}
        </fieldset>
        {isPair && (
          <>
            <Field label={words.draw.overlap}>
              <input
                inputMode="numeric"
                value={percent}
                onChange={(event) => {
                  setPercent(event.target.value);
                  forget();
                }}
              />
            </Field>
            <p className="soft">{percentOk ? words.draw.shared(sharedOf(blueprint, Number(percent))) : words.draw.overlapWrong}</p>
          </>
        )}
        {running && <p role="status">{words.draw.running}</p>}
        <Outcome outcome={outcome} />
      </div>
    </Dialog>
  );
}

type DrawOutcome = Refusal | { readonly failure: Failure } | null;

function useDraw(assembler: Assembler) {
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<DrawOutcome>(null);
  const draw = async (wanted: Omit<Parameters<typeof drawPapers>[1], 'now' | 'newId'>): Promise<void> => {
    setRunning(true);
    setOutcome(null);
    const drawn = await drawPapers(assembler, { ...wanted, now: Date.now(), newId: () => crypto.randomUUID() });
    setRunning(false);
    if (!drawn.ok) return; // it was stopped
    if (!drawn.value.ok) return setOutcome(drawn.value);
    const kept = await addPapers(drawn.value.papers);
    if (kept.ok) navigate('examining', 'papers', 'paper', drawn.value.papers[0]?.pairId ?? '');
    else setOutcome({ failure: kept.failure });
  };
  return { draw, running, outcome, forget: () => setOutcome(null) };
}

function Outcome({ outcome }: { readonly outcome: DrawOutcome }) {
  const { papers: words, shortage, failures } = useWords();
  if (!outcome) return null;
  if ('failure' in outcome) return <FailureNotice text={failures[outcome.failure.kind](outcome.failure.subject)} />;
  return (
    <Notice tone="bad">
      <p>
        <strong>{words.draw.shortTitle}</strong>
      </p>
      {shortage.lines(outcome).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{words.draw.shortNext}</p>
    </Notice>
  );
}
