import { comparePapers } from '@shared/exam/assembly/compare.ts';
import type { Paper } from '@shared/model/exam.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useWords } from '../../../words.tsx';

/** A and B side by side: what each covers, how hard it is, what they have in common. */
export function Comparison({ papers }: { readonly papers: readonly Paper[] }) {
  const { papers: words, bank } = useWords();
  const { coverage, means, shared } = comparePapers(papers);
  const different = coverage.filter(({ counts }) => new Set(counts).size > 1);
  const columns = words.paper.compareColumns;
  return (
    <section className="card stack" aria-label={words.paper.compare}>
      <h2>{words.paper.compare}</h2>
      <p>{words.paper.means(means.map((mean) => mean.toFixed(3)))}</p>
      <p>{words.paper.shared(shared, papers[0]?.items.length ?? 0)}</p>
      <p>{different.length === 0 ? words.paper.same : words.paper.different(different.length)}</p>
      <details open={different.length > 0}>
        <summary>{words.paper.compareHint}</summary>
        <ScrollBox label={words.paper.coverage} className="examining-scroll papers-coverage">
          <table className="table">
            <thead>
              <tr>
                {(['type', 'section', 'topic', 'difficulty'] as const).map((name) => (
                  <th key={name} scope="col">
                    {columns[name]}
                  </th>
                ))}
                <th scope="col" className="num">
                  {words.variant('A')}
                </th>
                <th scope="col" className="num">
                  {words.variant('B')}
                </th>
              </tr>
            </thead>
            <tbody>
              {coverage.map(({ type, section, topic, difficulty, counts }) => (
                <tr key={`${type}\n${section}\n${topic}\n${difficulty}`} className={new Set(counts).size > 1 ? 'papers-differs' : ''}>
                  <td>{bank.types[type]}</td>
                  <td>{section}</td>
                  <td>{topic}</td>
                  <td>{bank.difficulties[difficulty]}</td>
                  {counts.map((count, place) => (
                    <td key={place} className="num">
                      {count}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </section>
  );
}
