import { useState } from 'react';
import { countOf } from '@shared/projects/reviewing/publication.ts';
import { useLive } from '../../data/live.ts';
import { readNextVersion, readPublications } from '../../data/reviewing/publish.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { NewsTable } from './news-table.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { Versions } from './versions.tsx';

/** 下发: what is new since the last version, the way out, and what went out before. */
export function PublishTab() {
  const { projectsPublish: words, app } = useWords();
  const [asks, setAsks] = useState(false);
  const next = useLive(readNextVersion, []);
  const publications = useLive(readPublications, []);
  if (!next || !publications) return <p className="soft">{app.loading}</p>;
  const isFirst = publications.length === 0;
  if (isFirst && countOf(next.contents) === 0) return <NothingYet />;
  const hasNews = countOf(next.news) > 0;
  return (
    <div className="stack">
      <p className="soft">{words.intro}</p>
      <h2>{isFirst ? words.newsFirst : words.news}</h2>
      {hasNews ? <NewsTable news={next.news} /> : <p>{words.nothing}</p>}
      {hasNews && <Notice tone="warn">{words.final}</Notice>}
      <div>
        <Button main={hasNews} onClick={() => setAsks(true)}>
          {hasNews ? words.button : words.again}
        </Button>
      </div>
      <h2>{words.versions}</h2>
      <Versions publications={publications} />
      {asks && <PublishDialog onClose={() => setAsks(false)} />}
    </div>
  );
}

function NothingYet() {
  const words = useWords().projectsPublish;
  return (
    <Empty>
      <p>{words.intro}</p>
      <p>{words.nothingYet}</p>
      <div className="row reviewing-ways">
        <a className="button" href={hrefOf('reviewing', 'topics')}>
          {words.toTopics}
        </a>
        <a className="button" href={hrefOf('reviewing', 'approval')}>
          {words.toApproval}
        </a>
      </div>
    </Empty>
  );
}
