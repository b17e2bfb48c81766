import { fewestAnswers, type SectionMastery } from '@shared/study/blind-spots/mastery.ts';
import { hrefOfSet } from '../../study-links.ts';
import { percentOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { StateTag } from './state-tag.tsx';

interface SectionTableProps {
  readonly sections: readonly SectionMastery[];
  readonly passLine: number;
}

/** One row a section: how far it is mastered, and on how many answers that rests. */
export function SectionTable({ sections, passLine }: SectionTableProps) {
  const { sections: words } = useWords().blindSpots;
  const { columns } = words;
  return (
    <section>
      <h2>{words.title}</h2>
      <div className="blind-scroll">
        <table className="table" aria-label={words.title}>
          <thead>
            <tr>
              <th scope="col">{columns.section}</th>
              <th scope="col">{columns.state}</th>
              {[columns.rate, columns.range, columns.answers, columns.total].map((column) => (
                <th key={column} scope="col" className="num">
                  {column}
                </th>
              ))}
              <th scope="col">{columns.repair}</th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section) => (
              <Row key={section.section} mastery={section} passLine={passLine} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ mastery, passLine }: { readonly mastery: SectionMastery; readonly passLine: number }) {
  const { blindSpots } = useWords();
  const { section, estimate, low, high, answers, total } = mastery;
  const isKnown = answers >= fewestAnswers;
  return (
    <tr>
      <th scope="row">{section}</th>
      <td>
        <StateTag mastery={mastery} passLine={passLine} />
      </td>
      <td className="num">{isKnown ? blindSpots.rate(percentOf(estimate)) : blindSpots.unknown}</td>
      <td className="num">{isKnown ? blindSpots.range(percentOf(low), percentOf(high)) : blindSpots.unknown}</td>
      <td className="num">{answers}</td>
      <td className="num">{total}</td>
      <td>
        <a className="button" href={hrefOfSet('repair', { section })} aria-label={blindSpots.sections.repairNamed(section)}>
          {blindSpots.sections.repair}
        </a>
      </td>
    </tr>
  );
}
