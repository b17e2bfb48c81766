import type { SectionProgress } from '@shared/study/progress.ts';
import { hrefOf } from '../../route.ts';
import { hrefOfSet } from '../../study-links.ts';
import { useWords } from '../../words.tsx';
import { ProgressCells, ProgressTitles } from './progress-cells.tsx';

/** The sections with their progress; each opens to its topics and types. */
export function SectionTable({ progress }: { readonly progress: readonly SectionProgress[] }) {
  const { study, studySets } = useWords();
  return (
    <section>
      <h2>{studySets.sections}</h2>
      <table className="table" aria-label={studySets.sections}>
        <thead>
          <tr>
            <th scope="col">{study.section}</th>
            <ProgressTitles />
            <th scope="col">
              <span className="visually-hidden">{study.start}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {progress.map(({ section, ...counts }) => {
            const start = counts.answered === 0 ? study.start : study.resume;
            return (
              <tr key={section}>
                <th scope="row">{section}</th>
                <ProgressCells progress={counts} />
                <td>
                  <div className="row study-right">
                    <a className="button" href={hrefOfSet('sequential', { section })} aria-label={`${start} ${section}`}>
                      {start}
                    </a>
                    <a className="button" href={hrefOfSet('random', { section })} aria-label={`${study.random} ${section}`}>
                      {study.random}
                    </a>
                    <a className="button" href={hrefOf('study', 'section', section)} aria-label={studySets.openSection(section)}>
                      {studySets.details}
                    </a>
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
