import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import type { Publisher } from '../use-publisher.ts';
import { adviceOf } from './advice.ts';
import { AdviceList } from './advice-list.tsx';
import { Fingerprint } from './fingerprint.tsx';
import { PublishedTable } from './published-table.tsx';
import { ValidityFacts } from './validity-facts.tsx';

/** What is published, under which fingerprint and until when, and what waits to be done about it. */
export function Overview({ publisher }: { readonly publisher: Publisher }) {
  const { state, at: now, refresh } = publisher;
  const { repository, published, keys, troubles } = state;
  if (repository === null) return <NothingYet />;
  return (
    <div className="stack">
      <RepositoryLine
        label={repository.label}
        available={repository.available}
        isGone={!repository.available && troubles.length === 0}
        onRefresh={() => void refresh()}
      />
      <AdviceList advice={adviceOf(state, now)} />
      <div className="publishing-columns">
        <Fingerprint fingerprint={repository.fingerprint} />
        <ValidityFacts expires={keys.expires} rootExpires={keys.rootExpires} now={now} />
      </div>
      {repository.available && <PublishedTable published={published} />}
    </div>
  );
}

function NothingYet() {
  const { overview } = useWords().publishing;
  return (
    <Empty>
      <h2>{overview.emptyTitle}</h2>
      <p>{overview.empty}</p>
      <p>
        <a className="button button-main" href={hrefOf('bank')}>
          {overview.toBanks}
        </a>
      </p>
    </Empty>
  );
}

interface RepositoryLineProps {
  readonly label: string;
  readonly available: boolean;
  /** The folder is not there; where it is damaged, the page says so above. */
  readonly isGone: boolean;
  readonly onRefresh: () => void;
}

function RepositoryLine({ label, available, isGone, onRefresh }: RepositoryLineProps) {
  const { overview } = useWords().publishing;
  return (
    <>
      <div className="row">
        <span>{overview.repository}</span>
        <strong className="publishing-long">{label}</strong>
        {available && <Tag tone="good">{overview.repositoryThere}</Tag>}
        <Button onClick={onRefresh}>{overview.refresh}</Button>
      </div>
      {isGone && (
        <Notice tone="warn">
          <p>{overview.repositoryGone}</p>
        </Notice>
      )}
    </>
  );
}
