import { useMemo, useState } from 'react';
import type { Benchmark } from '@shared/model/reviewing.ts';
import { proposeBenchmarks } from '@shared/projects/assessment/benchmarks.ts';
import type { Ledger } from '../../data/reviewing/ledger.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { useWords } from '../../words.tsx';
import { ListTable } from '../list-table.tsx';
import type { BenchmarkDraft } from './draft.ts';

interface ProposalsProps {
  readonly ledger: Ledger;
  readonly existing: readonly Benchmark[];
  readonly year: number;
  readonly onAdopt: (draft: BenchmarkDraft) => void;
}

/** The best of each subject that has no benchmark yet. */
export function Proposals({ ledger, existing, year, onAdopt }: ProposalsProps) {
  const { benchmarks: words } = useWords();
  const { columns } = words;
  const grades = ledger.rules.assessment.grades.map(({ name }) => name);
  const [least, setLeast] = useState(grades[1] ?? grades[0] ?? '');
  const proposals = useMemo(() => {
    const good = grades.slice(0, grades.indexOf(least) + 1);
    const counties = new Set((ledger.units ?? []).filter(({ kind }) => kind === 'county').map(({ id }) => id));
    return proposeBenchmarks(ledger.rows, existing, { year, good, isCounty: (unitId) => counties.has(unitId) });
  }, [ledger, existing, year, grades, least]);
  return (
    <section className="stack" aria-labelledby="benchmark-proposals">
      <h2 id="benchmark-proposals">{words.proposals}</h2>
      <div className="row benchmark-tools">
        <Field label={words.good}>
          <select value={least} onChange={(event) => setLeast(event.target.value)}>
            {grades.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </Field>
        <span className="soft">{words.proposalsHint}</span>
      </div>
      {proposals.length === 0 ? (
        <Empty>{words.noProposals}</Empty>
      ) : (
        <ListTable
          label={words.proposals}
          columns={[columns.kind, columns.subject, columns.project, columns.unit, { number: columns.score }, columns.grade, '']}
        >
          {proposals.map((each) => {
            const { kind, subject, projectId, projectTitle, unitName, score, grade } = each;
            const draft = { kind, subject, projectId, year, reason: words.dialog.usualReason(grade, score) };
            return (
              <tr key={`${kind} ${subject}`}>
                <td>{words.kind[kind]}</td>
                <th scope="row">{subject}</th>
                <td>{projectTitle}</td>
                <td>{unitName}</td>
                <td className="num">{score}</td>
                <td>{grade}</td>
                <td>
                  <Button aria-label={words.adoptOf(subject, projectTitle)} onClick={() => onAdopt(draft)}>
                    {words.adopt}
                  </Button>
                </td>
              </tr>
            );
          })}
        </ListTable>
      )}
    </section>
  );
}
