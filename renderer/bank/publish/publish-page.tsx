import { useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces } from '../../places.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { WorkBar } from '../common/work-bar.tsx';
import { Blocked } from './blocked.tsx';
import { Changes } from './changes.tsx';
import { isBusy, isSame, type Prepared } from './publish-state.ts';
import { Published } from './published.tsx';
import { usePublish, type Publish } from './use-publish.ts';

/** Makes the next version of a bank: where to, what changes, and only then the button that writes it. */
export function PublishPage({ bank, search }: { readonly bank: Bank; readonly search: BankSearch | null }) {
  const { bankPublish, bankList, failures, app } = useWords();
  const [title, setTitle] = useState(bank.title);
  const places = usePlaces();
  const publish = usePublish(bank);
  const { state } = publish;
  if (bank.counts.kept === 0) {
    return (
      <Empty>
        <p>{bankPublish.nothing}</p>
        <a className="button" href={hrefOf('bank', bank.id, 'import')}>
          {bankList.toImport}
        </a>
      </Empty>
    );
  }
  if (state.kind === 'published') return <Published publication={state.publication} onClose={publish.dismiss} />;
  return (
    <div className="stack">
      <p>{bankPublish.hint}</p>
      {bank.published === null && <First />}
      <div className="choices">
        <div className="choice">
          <Field label={bankPublish.title}>
            <input maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
          </Field>
          <p className="soft">{bankPublish.name(bank.name)}</p>
        </div>
        <PlaceChoice legend={bankPublish.place} places={places} />
      </div>
      {bank.counts.staged + bank.counts.refused > 0 && (
        <Notice tone="warn">{bankPublish.waiting(bank.counts.staged, bank.counts.refused)}</Notice>
      )}
      <div className="row">
        <Button
          main={state.kind !== 'prepared'}
          disabled={places.chosen === '' || isBusy(state)}
          onClick={() => void publish.prepare(places.chosen)}
        >
          {bankPublish.prepare}
        </Button>
        {places.chosen === '' && <span className="soft">{bankPublish.needPlace}</span>}
      </div>
      <WorkBar work={publish.work} />
      {state.kind === 'blocked' && <Blocked bank={bank} report={state.report} />}
      {state.kind === 'failed' && (
        <div className="stack">
          <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />
          <div className="row">
            {state.failure.kind === 'key-locked' && (
              <a className="button" href={hrefOf('publishing', 'keys')}>
                {bankPublish.toUnlock}
              </a>
            )}
            <Button onClick={publish.dismiss}>{app.close}</Button>
          </div>
        </div>
      )}
      {(state.kind === 'prepared' || state.kind === 'publishing') && (
        <Ready
          search={search}
          prepared={state.prepared}
          title={title.trim() || bank.title}
          publish={publish}
          isCurrent={state.prepared.place === places.chosen}
        />
      )}
    </div>
  );
}

/** Said once in the life of a bureau: what keys are, and what the fingerprint is for. */
function First() {
  const { bankPublish } = useWords();
  return (
    <Notice tone="plain">
      <p>
        <strong>{bankPublish.firstTitle}</strong>
      </p>
      <p>{bankPublish.first}</p>
      <p>{bankPublish.firstFingerprint}</p>
    </Notice>
  );
}

interface ReadyProps {
  readonly search: BankSearch | null;
  readonly prepared: Prepared;
  readonly title: string;
  readonly publish: Publish;
  /** False where another place has been chosen since. */
  readonly isCurrent: boolean;
}

function Ready({ search, prepared, title, publish, isCurrent }: ReadyProps) {
  const { bankPublish } = useWords();
  const { preview, replies } = prepared;
  const busy = isBusy(publish.state);
  return (
    <>
      {replies.length > 0 && <p>{bankPublish.replies(replies.length)}</p>}
      <div className="row">
        <Button main disabled={busy || !isCurrent} onClick={() => void publish.publish(prepared, title)}>
          {busy ? bankPublish.publishing : isSame(preview) ? bankPublish.renew : bankPublish.publish(preview.version)}
        </Button>
        {!isCurrent && <span className="soft">{bankPublish.notCheckedYet}</span>}
      </div>
      <Changes search={search} preview={preview} />
    </>
  );
}
