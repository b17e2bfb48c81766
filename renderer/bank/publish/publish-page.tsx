import { useEffect, useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { request } from '../../bridge.ts';
import { PlaceChoice } from '../../place-choice.tsx';
import { usePlaces, type Places } from '../../places.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { WorkBar } from '../common/work-bar.tsx';
import { Blocked } from './blocked.tsx';
import { isBusy } from './publish-state.ts';
import { Published } from './published.tsx';
import { Ready } from './ready.tsx';
import { usePublish } from './use-publish.ts';

/** Makes the next version of a bank: where to, what changes, and only then the button that writes it. */
export function PublishPage({ bank, search }: { readonly bank: Bank; readonly search: BankSearch | null }) {
  const { bankPublish, bankList, failures, app } = useWords();
  const [title, setTitle] = useState(bank.title);
  const places = usePlaces();
  useRepositoryProposed(places.propose);
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

/** Where this computer published last is where the next version belongs. */
function useRepositoryProposed(propose: Places['propose']): void {
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const { repository } = await request('publisher:state');
      if (repository?.place) propose({ place: repository.place, label: repository.label });
    };
    void ask();
  }, [propose]);
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
