import { useState } from 'react';
import { factsOfRecord } from '@shared/exam/quarterly/record.ts';
import type { Exam, ExamRecord } from '@shared/model/examining.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { sittingOf } from './collection.ts';
import { ConflictDialog } from './conflict-dialog.tsx';

interface ConflictsProps {
  readonly exam: Exam;
  readonly conflicts: readonly (readonly ExamRecord[])[];
}

/** Sittings of which two records tell different stories: a person decides. */
export function Conflicts({ exam, conflicts }: ConflictsProps) {
  const { collecting } = useWords();
  const words = collecting.conflicts;
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = conflicts.find(([first]) => first !== undefined && sittingOf(first) === chosen);
  return (
    <Notice tone="warn">
      <div className="stack">
        <strong>{words.title}</strong>
        <p>{words.hint}</p>
        <div className="row">{conflicts.map(([first]) => first && <SettleButton key={first.id} row={first} onChoose={setChosen} />)}</div>
      </div>
      {rows && <ConflictDialog exam={exam} rows={rows} onClose={() => setChosen(null)} />}
    </Notice>
  );
}

function SettleButton({ row, onChoose }: { readonly row: ExamRecord; readonly onChoose: (sitting: string) => void }) {
  const { conflicts } = useWords().collecting;
  const { header } = factsOfRecord(row.record.events);
  return <Button onClick={() => onChoose(sittingOf(row))}>{conflicts.settle(`${header.unitName} ${header.name}`)}</Button>;
}
