import { useState } from 'react';
import type { Bank } from '@shared/model/bank.ts';
import type { Result } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { setPublished } from '../../data/bank/banks.ts';
import { checkBank } from '../../data/bank/checks/checks.ts';
import { repliesOf } from '../../data/bank/publishing.ts';
import { useWords } from '../../words.tsx';
import { collect } from '../common/collect.ts';
import { pagesOfBank } from '../common/entry-pages.ts';
import { useWork, type Work } from '../common/use-work.ts';
import type { Prepared, PublishState } from './publish-state.ts';

export interface Publish {
  readonly state: PublishState;
  readonly work: Work;
  /** Checks the bank, hands its questions to main and compares them with the last version in the place. */
  readonly prepare: (place: string) => Promise<void>;
  /** `clockOk`: the person has looked at a date that may be wrong. */
  readonly publish: (prepared: Prepared, title: string, clockOk: boolean) => Promise<void>;
  readonly dismiss: () => void;
}

/** Publishes one bank: nothing is written before the person has seen what changes. */
export function usePublish(bank: Bank): Publish {
  const { bankPublish } = useWords();
  const [state, setState] = useState<PublishState>({ kind: 'idle' });
  const work = useWork();

  const look = async (place: string): Promise<PublishState> => {
    const report = await work.run(bankPublish.checking, (task) => checkBank(bank.id, task));
    if (!report.ok) return ended(report);
    if (report.value.blocking > 0) return { kind: 'blocked', report: report.value };
    const collection = await work.run(bankPublish.preparing, (task) => collect(pagesOfBank(bank.id), bank.counts.kept, task));
    if (collection === null) return { kind: 'idle' };
    const replies = await repliesOf(bank.name);
    const order = { collection, name: bank.name, title: bank.title, place, replies, clockOk: false };
    const preview = await work.run(bankPublish.comparing, () => request('bank:preview', order));
    return preview.ok ? { kind: 'prepared', prepared: { collection, place, replies, preview: preview.value } } : ended(preview);
  };

  return {
    state,
    work,
    async prepare(place) {
      setState({ kind: 'preparing' });
      setState(await look(place));
    },
    async publish(prepared, title, clockOk) {
      const task = crypto.randomUUID();
      setState({ kind: 'publishing', prepared, task });
      const { collection, place, replies } = prepared;
      const result = await request('bank:publish', { collection, name: bank.name, title, place, replies, clockOk }, task);
      if (!result.ok) return setState(ended(result));
      const { version, fingerprint } = result.value;
      const saved = await setPublished(bank.id, { version, at: Date.now(), fingerprint });
      setState(saved.ok ? { kind: 'published', publication: result.value } : ended(saved));
    },
    dismiss: () => setState({ kind: 'idle' }),
  };
}

/** A cancelled step leads back to the start; nothing was written by then. */
function ended<T>(result: Extract<Result<T>, { ok: false }>): PublishState {
  return result.failure.kind === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', failure: result.failure };
}
