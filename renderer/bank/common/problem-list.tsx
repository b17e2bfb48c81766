import type { Finding, ProblemCode } from '@shared/bank/imported.ts';
import { mendFor } from '@shared/bank/work/mend.ts';
import type { BankEntry } from '@shared/model/bank.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

export interface MendHandler {
  /** How many entries have this problem. */
  readonly countOf: (code: ProblemCode) => number;
  readonly mendThis: (code: ProblemCode) => void;
  readonly mendAll: (code: ProblemCode) => void;
}

interface ProblemListProps {
  readonly findings: readonly Finding[];
  readonly entry: BankEntry;
  /** Null where they are only to be read, beside the form. */
  readonly onMend: MendHandler | null;
}

/** Each problem with its sentence, and the mend where there is an honest one. */
export function ProblemList({ findings, entry, onMend }: ProblemListProps) {
  const { bankImport } = useWords();
  return findings.map((finding) => (
    <Notice key={finding.code + finding.message} tone={finding.severity === 'error' ? 'bad' : 'warn'}>
      <p>{bankImport.finding(finding.code, finding.message)}</p>
      {onMend && <MendButtons code={finding.code} entry={entry} onMend={onMend} />}
    </Notice>
  ));
}

function MendButtons({ code, entry, onMend }: { readonly code: ProblemCode; readonly entry: BankEntry; readonly onMend: MendHandler }) {
  const { bankImport } = useWords();
  const mend = mendFor(code, entry);
  const count = onMend.countOf(code);
  if (!mend) return null;
  return (
    <div className="row">
      <Button onClick={() => onMend.mendThis(code)}>{bankImport.mends[mend.kind]}</Button>
      {count > 1 && <Button onClick={() => onMend.mendAll(code)}>{bankImport.mendAll(count)}</Button>}
    </div>
  );
}
