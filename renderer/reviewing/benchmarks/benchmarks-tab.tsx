import './benchmarks.css';
import { useState } from 'react';
import { useLive } from '../../data/live.ts';
import { readBenchmarks } from '../../data/reviewing/benchmarks.ts';
import { readLedger } from '../../data/reviewing/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { dayOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import type { ReviewingTabProps } from '../reviewing-tabs.tsx';
import { BenchmarkDialog } from './benchmark-dialog.tsx';
import { firstDraft, type BenchmarkDraft } from './draft.ts';
import { Proposals } from './proposals.tsx';
import { Register } from './register.tsx';

/** 标杆: proposals from the good ones, and the register. */
export function BenchmarksTab({ today }: ReviewingTabProps) {
  const { benchmarks: words, app } = useWords();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  const [draft, setDraft] = useState<BenchmarkDraft | null>(null);
  const existing = useLive(readBenchmarks, []);
  const ledger = useLive(() => readLedger(today, dayOf), [today]);
  if (!existing || !ledger) return <p className="soft">{app.loading}</p>;
  const years = [...new Set([year, ...existing.map((each) => each.year), ...ledger.rows.map(({ facts }) => facts.year)])];
  return (
    <div className="stack">
      <p>{words.rule}</p>
      <div className="row benchmark-tools">
        <Field label={words.year}>
          <select value={year} onChange={(event) => setYear(Number(event.target.value))}>
            {years
              .toSorted((one, other) => other - one)
              .map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
          </select>
        </Field>
        <Button onClick={() => setDraft(firstDraft(year))}>{words.add}</Button>
      </div>
      <Proposals ledger={ledger} existing={existing} year={year} onAdopt={setDraft} />
      <Register existing={existing} year={year} />
      {draft && <BenchmarkDialog first={draft} rows={ledger.rows} onClose={() => setDraft(null)} />}
    </div>
  );
}
