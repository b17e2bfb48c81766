import { canonicalJson } from '@shared/bank/changes.ts';
import { unitOf } from '@shared/bank/imported.ts';
import type { BankBatch } from '@shared/model/bank.ts';
import { readMappings } from '../../../data/bank/mappings.ts';
import { useLive } from '../../../data/live.ts';
import { minuteOf } from '../../../ui/format.ts';
import { useWords } from '../../../words.tsx';
import { problemText } from '../../common/problem-text.ts';
import { readAsOf } from '../reread/read-as.ts';

/** Which file it was, and where every row of it went. */
export function BatchHead({ batch }: { readonly batch: BankBatch }) {
  const { bank, bankImport } = useWords();
  const { source, questions, headings, refused, ignored } = batch.accounted;
  const { encoding } = readAsOf(batch);
  const facts = bankImport.facts(bankImport.formats[batch.format], minuteOf(batch.at));
  return (
    <section aria-label={batch.file}>
      <div className="row">
        <h2 className="bank-long">{batch.file}</h2>
        <span className="soft">{encoding === null ? facts : bank.labels([facts, bankImport.encodings[encoding]])}</span>
      </div>
      <p className="bank-facts">
        <strong>{bankImport.accounted(source, questions, headings, refused, ignored)}</strong>
      </p>
      <MappedBy batch={batch} />
      <FileProblems batch={batch} />
    </section>
  );
}

/** Said where the columns were read as saved for a sender, because nobody chose that this time. */
function MappedBy({ batch }: { readonly batch: BankBatch }) {
  const { bankImport } = useWords();
  const mappings = useLive(readMappings, []);
  const { columns } = readAsOf(batch);
  const mapping = columns && mappings?.find((saved) => canonicalJson(saved.columns) === canonicalJson(columns));
  return mapping ? <p className="bank-facts">{bankImport.outcome.mapped(mapping.sender)}</p> : null;
}

const shownProblems = 200;

/** What was found about the file, its sheets and rows that are no entries. */
function FileProblems({ batch }: { readonly batch: BankBatch }) {
  const { bankImport } = useWords();
  if (batch.problems.length === 0) return null;
  return (
    <details>
      <summary>{bankImport.fileProblems(batch.problems.length)}</summary>
      <ul className="bank-problems">
        {batch.problems.slice(0, shownProblems).map((problem) => (
          <li key={`${problem.sheet} ${problem.row} ${problem.message}`}>{problemText(problem, unitOf(batch.format), bankImport)}</li>
        ))}
      </ul>
    </details>
  );
}
