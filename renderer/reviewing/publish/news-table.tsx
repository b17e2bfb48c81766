import type { ProjectsContents } from '@shared/projects/reviewing/publication.ts';
import { useLive } from '../../data/live.ts';
import { readProjectTitles } from '../../data/reviewing/publish.ts';
import { readOffers } from '../../data/reviewing/topics.ts';
import { useMinute } from '../../ui/use-minute.ts';
import { useWords } from '../../words.tsx';
import { ListTable } from '../list-table.tsx';
import { newsLines } from './news-lines.ts';

/** So many lines can be looked over; the rest is only counted. */
const mostShown = 300;

/** What the next version brings, line by line. */
export function NewsTable({ news }: { readonly news: ProjectsContents }) {
  const all = useWords();
  const words = all.projectsPublish;
  const offers = useLive(readOffers, []) ?? [];
  const titles = useLive(readProjectTitles, []) ?? new Map<string, string>();
  const lines = newsLines(news, { offers, titles, now: useMinute() }, all);
  return (
    <>
      <ListTable label={words.news} columns={[words.columns.kind, words.columns.what, words.columns.detail]}>
        {lines.slice(0, mostShown).map(({ id, kind, what, detail }) => (
          <tr key={`${kind}:${id}`}>
            <td>{words.kinds[kind]}</td>
            <th scope="row">{what}</th>
            <td>{detail}</td>
          </tr>
        ))}
      </ListTable>
      {lines.length > mostShown && <p>{words.more(lines.length - mostShown)}</p>}
    </>
  );
}
