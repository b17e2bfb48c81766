import './lectures.css';
import { lazy, Suspense } from 'react';
import type { BlockContents } from '@shared/model/package.ts';
import { readColumnFiles, readPackage } from '../data/content.ts';
import { useLive } from '../data/live.ts';
import { hrefOf, type Route } from '../route.ts';
import { Empty } from '../ui/empty.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { Tag } from '../ui/tag.tsx';
import { useWords } from '../words.tsx';
import { Files } from './files.tsx';
import { countLectures } from '@shared/lectures/counts.ts';

// The Markdown renderer is only needed when somebody reads.
const ArticlePage = lazy(() => import('./article.tsx'));

/** `#/lectures`: rota and list of articles; `#/lectures/<article id>`: one article. */
export default function LecturesPage({ route }: { readonly route: Route }) {
  const { lectures } = useWords();
  const column = useLive(async () => (await readPackage('column')) ?? 'none', []);
  if (column === undefined) return null;
  if (column === 'none') return <Empty>{lectures.none}</Empty>;
  if (route[0] === undefined) return <Overview column={column} />;
  return (
    <Suspense>
      <ArticlePage article={column.articles.find((article) => article.id === route[0]) ?? null} />
    </Suspense>
  );
}

function Overview({ column: { articles, rota } }: { readonly column: BlockContents['column'] }) {
  const { lectures } = useWords();
  const counts = countLectures(rota, articles);
  const files = useLive(readColumnFiles, []) ?? [];
  return (
    <div className="page">
      <h1>{lectures.title}</h1>
      <h2>{lectures.articles}</h2>
      <ul className="lectures-articles">
        {articles.map((article) => (
          <li key={article.id}>
            <a href={hrefOf('lectures', article.id)}>{article.title}</a>
            <span className="soft">{lectures.byline(article.author, article.unit, article.date)}</span>
          </li>
        ))}
      </ul>
      <Files files={files} />
      <h2>{lectures.rota}</h2>
      <p>
        {lectures.counts(counts.people, counts.lectured)} {counts.owed > 0 && <Tag tone="warn">{lectures.owed(counts.owed)}</Tag>}
      </p>
      <Rota rota={rota} />
    </div>
  );
}

function Rota({ rota }: { readonly rota: BlockContents['column']['rota'] }) {
  const { lectures } = useWords();
  const { columns } = lectures;
  return (
    <ScrollBox label={lectures.rota} className="lectures-rota">
      <table className="table">
        <thead>
          <tr>
            {[
              columns.issue,
              columns.date,
              columns.lecturer,
              columns.unit,
              columns.theme,
              columns.title,
              columns.standIn,
              columns.state,
            ].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rota.map((slot) => (
            <tr key={slot.id}>
              <td className="num">{slot.issue}</td>
              <td className="lectures-date">{slot.date}</td>
              <td className="lectures-name">{slot.lecturer}</td>
              <td>
                {slot.unit} {slot.position}
              </td>
              <td className="lectures-text">{slot.theme}</td>
              <td className="lectures-text">{slot.title}</td>
              <td className="lectures-name">{slot.standIn}</td>
              <td>
                <Tag tone={slot.state === 'lectured' ? 'good' : 'plain'}>{lectures.states[slot.state]}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
