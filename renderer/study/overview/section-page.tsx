import type { QuestionType } from '@shared/model/question.ts';
import type { LabelledProgress } from '@shared/study/progress.ts';
import type { Scope } from '@shared/study/sets.ts';
import { useLive } from '../../data/live.ts';
import { readSectionParts } from '../../data/study/study.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { hrefOfSet } from '../../study-links.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { ProgressCells, ProgressTitles } from './progress-cells.tsx';

/** One section by topic and by type, each with its progress and the ways to study it. */
export function SectionPage({ section }: { readonly section: string }) {
  const { study, studySets } = useWords();
  const { person } = useSession();
  const parts = useLive(() => readSectionParts(person.id, section), [person.id, section]);
  if (!parts) return null;
  const back = (
    <a className="button" href={hrefOf('study')}>
      {studySets.back}
    </a>
  );
  if (parts.types.length === 0) {
    return (
      <Empty>
        <p>{studySets.noSection}</p>
        {back}
      </Empty>
    );
  }
  const topicName = ({ label }: LabelledProgress<string>): string => (label === '' ? studySets.withoutTopic : label);
  return (
    <div className="page">
      <div className="head">
        <h1>{section}</h1>
        {back}
      </div>
      <div className="row" role="group" aria-label={studySets.wholeSection}>
        <a className="button button-main" href={hrefOfSet('sequential', { section })}>
          {study.modes.sequential}
        </a>
        {(['random', 'unseen', 'weak', 'due', 'mistakes', 'recite'] as const).map((mode) => (
          <a key={mode} className="button" href={hrefOfSet(mode, { section })}>
            {study.modes[mode]}
          </a>
        ))}
      </div>
      <PartTable
        title={studySets.types}
        column={studySets.type}
        rows={parts.types.map((row) => ({ ...row, name: study.types[row.label], scope: scopeOfType(section, row.label) }))}
      />
      <PartTable
        title={studySets.topics}
        column={studySets.topic}
        rows={parts.topics.map((row) => ({ ...row, name: topicName(row), scope: { section, topic: row.label } }))}
      />
    </div>
  );
}

const scopeOfType = (section: string, type: QuestionType): Scope => ({ section, type });

interface PartTableProps {
  readonly title: string;
  readonly column: string;
  readonly rows: readonly (LabelledProgress<string> & { readonly name: string; readonly scope: Scope })[];
}

function PartTable({ title, column, rows }: PartTableProps) {
  const { study, studySets } = useWords();
  return (
    <section>
      <h2>{title}</h2>
      <table className="table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{column}</th>
            <ProgressTitles />
            <th scope="col">
              <span className="visually-hidden">{studySets.practise}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, name, scope, ...progress }) => (
            <tr key={label}>
              <th scope="row">{name}</th>
              <ProgressCells progress={progress} />
              <td>
                <div className="row study-right">
                  <a className="button" href={hrefOfSet('random', scope)} aria-label={`${studySets.practise} ${name}`}>
                    {studySets.practise}
                  </a>
                  <a className="button" href={hrefOfSet('recite', scope)} aria-label={`${study.modes.recite} ${name}`}>
                    {study.modes.recite}
                  </a>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
