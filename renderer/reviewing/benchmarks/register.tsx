import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import type { Benchmark } from '@shared/model/reviewing.ts';
import { archiveBenchmark, saveBenchmark } from '../../data/reviewing/benchmarks.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { ListTable } from '../list-table.tsx';

interface RegisterProps {
  readonly existing: readonly Benchmark[];
  readonly year: number;
}

/** 标杆名册 of a year; what was taken down stays to be seen. */
export function Register({ existing, year }: RegisterProps) {
  const { benchmarks: words, failures } = useWords();
  const { columns } = words;
  const [withArchived, setWithArchived] = useState(false);
  const [problem, setProblem] = useState<Failure | string | null>(null);
  const ofYear = existing.filter((each) => each.year === year);
  const shown = ofYear.filter(({ archived }) => withArchived || !archived);
  const change = async (benchmark: Benchmark): Promise<void> => {
    const restored = { ...benchmark, archived: false };
    const saved = benchmark.archived ? await saveBenchmark('benchmark.restore', restored) : await archiveBenchmark(benchmark);
    setProblem(saved.ok ? (saved.value === 'taken' ? words.taken(benchmark.subject) : null) : saved.failure);
  };
  return (
    <section className="stack" aria-labelledby="benchmark-register">
      <h2 id="benchmark-register">{words.register}</h2>
      {typeof problem === 'string' && <Notice tone="bad">{problem}</Notice>}
      {problem !== null && typeof problem === 'object' && <FailureNotice text={failures[problem.kind](problem.subject)} />}
      {shown.length === 0 ? (
        <Empty>{words.noRegister}</Empty>
      ) : (
        <ListTable
          label={words.register}
          columns={[columns.kind, columns.subject, columns.project, columns.unit, columns.reason, { buttons: words.revoke }]}
        >
          {shown.map((benchmark) => (
            <tr key={benchmark.id}>
              <td>{words.kind[benchmark.kind]}</td>
              <th scope="row">{benchmark.subject}</th>
              <td>{benchmark.projectTitle}</td>
              <td>{benchmark.unitName}</td>
              <td className="reviewing-long">{benchmark.reason}</td>
              <td>
                <span className="row">
                  {benchmark.archived && <Tag tone="plain">{words.archived}</Tag>}
                  <Button aria-label={words.revokeOf(benchmark.subject)} onClick={() => void change(benchmark)}>
                    {benchmark.archived ? words.restore : words.revoke}
                  </Button>
                </span>
              </td>
            </tr>
          ))}
        </ListTable>
      )}
      {ofYear.some(({ archived }) => archived) && (
        <label className="check">
          <input type="checkbox" checked={withArchived} onChange={(event) => setWithArchived(event.target.checked)} />
          {words.showArchived}
        </label>
      )}
    </section>
  );
}
