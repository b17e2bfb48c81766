import { useState } from 'react';
import type { Candidate, Exam } from '@shared/model/examining.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';
import { MissingDialog } from './missing-dialog.tsx';

interface MissingProps {
  readonly exam: Exam;
  readonly missing: readonly Candidate[];
  /** Candidates whose score or absence was keyed in. */
  readonly onPaper: number;
}

/** 未交: who has not sent anything, by unit, so that somebody can call. */
export function Missing({ exam, missing, onPaper }: MissingProps) {
  const words = useWords().collecting.missing;
  const [isExporting, setExporting] = useState(false);
  return (
    <section className="card stack" aria-labelledby="missing-title">
      <h2 id="missing-title">{missing.length > 0 ? words.count(missing.length) : words.title}</h2>
      {missing.length === 0 && <p>✓ {words.none}</p>}
      {[...Map.groupBy(missing, ({ unitName }) => unitName)].map(([unit, people]) => (
        <p key={unit}>
          <strong>{words.unit(unit, people.length)}</strong> {words.names(people.map(({ name }) => name))}
        </p>
      ))}
      {onPaper > 0 && <p className="soft">{words.onPaper(onPaper)}</p>}
      {missing.length > 0 && (
        <div>
          <Button onClick={() => setExporting(true)}>{words.export}</Button>
        </div>
      )}
      {isExporting && <MissingDialog exam={exam} missing={missing} onClose={() => setExporting(false)} />}
    </section>
  );
}
