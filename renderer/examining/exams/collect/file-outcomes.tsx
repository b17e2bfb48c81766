import type { SavedRecord } from '../../../data/examining/exam-records.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';
import type { FileOutcome } from './use-collecting.ts';

const outcomes = ['new', 'longer', 'known', 'conflict', 'otherPaper', 'unknownExam'] as const satisfies readonly SavedRecord['outcome'][];
const tones = { new: 'good', longer: 'good', known: 'plain', conflict: 'bad', otherPaper: 'warn', unknownExam: 'warn' } as const;

/** What became of each file, until the next ones are read. */
export function FileOutcomes({ outcomes: files, examId }: { readonly outcomes: readonly FileOutcome[]; readonly examId: string }) {
  const { collecting: words } = useWords();
  if (files.length === 0) return <Notice tone="warn">{words.noFiles}</Notice>;
  const records = files.flatMap((file) => (file.ok ? file.records : []));
  return (
    <section className="stack" role="status" aria-label={words.files}>
      <ScrollBox label={words.files} className="examining-scroll">
        <table className="table">
          <caption>{words.files}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.file}</th>
              <th scope="col">{words.columns.records}</th>
              <th scope="col">{words.columns.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <FileRow key={file.file} outcome={file} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Hints records={records} examId={examId} />
    </section>
  );
}

function FileRow({ outcome }: { readonly outcome: FileOutcome }) {
  const { collecting: words, failures } = useWords();
  if (!outcome.ok) {
    const { what, next } = failures[outcome.failure.kind](outcome.failure.subject);
    return (
      <tr>
        <th scope="row" className="examining-long">
          {outcome.file}
        </th>
        <td>
          <Tag tone="bad">{words.refused}</Tag>
        </td>
        <td>
          {what}
          {next}
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row" className="examining-long">
        {outcome.file}
      </th>
      <td>{words.taken(outcome.records.length)}</td>
      <td>
        <span className="row">
          {outcomes.map((kind) => {
            const count = outcome.records.filter((record) => record.outcome === kind).length;
            return (
              count > 0 && (
                <Tag key={kind} tone={tones[kind]}>
                  {words.outcomes[kind](count)}
                </Tag>
              )
            );
          })}
        </span>
      </td>
    </tr>
  );
}

function Hints({ records, examId }: { readonly records: readonly SavedRecord[]; readonly examId: string }) {
  const { collecting: words } = useWords();
  const namesOf = (outcome: SavedRecord['outcome']): readonly string[] => [
    ...new Set(records.filter((record) => record.outcome === outcome).map(({ header }) => `${header.unitName}${header.name}`)),
  ];
  const [otherPaper, unknown] = [namesOf('otherPaper'), namesOf('unknownExam')];
  const elsewhere = records.filter(({ header, outcome }) => header.examId !== examId && outcome !== 'unknownExam').length;
  return (
    <>
      {otherPaper.length > 0 && <Notice tone="warn">{words.otherPaperHint(otherPaper)}</Notice>}
      {unknown.length > 0 && <Notice tone="warn">{words.unknownExamHint(unknown)}</Notice>}
      {elsewhere > 0 && <p className="soft">{words.otherExam(elsewhere)}</p>}
    </>
  );
}
