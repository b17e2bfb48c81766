import Markdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { Article } from '@shared/model/lecture.ts';
import { hrefOf } from '../route.ts';
import { hrefOfSet } from '../study-links.ts';
import { useWords } from '../words.tsx';

/** Text structure only: pictures, links and raw HTML of an article are not shown. */
const allowed = [
  'h2',
  'h3',
  'h4',
  'p',
  'ul',
  'ol',
  'li',
  'strong',
  'em',
  'blockquote',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'hr',
  'br',
];

export default function ArticlePage({ article }: { readonly article: Article | null }) {
  const { lectures, app } = useWords();
  return (
    <div className="page lectures-article">
      <p>
        <a href={hrefOf('lectures')}>← {app.back}</a>
      </p>
      {article ? <Body article={article} /> : <p>{lectures.missing}</p>}
    </div>
  );
}

function Body({ article }: { readonly article: Article }) {
  const { lectures } = useWords();
  return (
    <article>
      <h1>{article.title}</h1>
      <p className="soft lectures-byline">{lectures.byline(article.author, article.unit, article.date)}</p>
      <Markdown remarkPlugins={[remarkGfm]} allowedElements={allowed} unwrapDisallowed>
        {article.body}
      </Markdown>
      {article.sections.length > 0 && <h2>{lectures.related}</h2>}
      <div className="row">
        {article.sections.map((section) => (
          <a className="button" key={section} href={hrefOfSet('sequential', { section })}>
            {lectures.study(section)}
          </a>
        ))}
      </div>
    </article>
  );
}
