import type { Bank } from '@shared/model/bank.ts';
import { batchWith } from '../../../data/bank/batches.ts';
import type { BankSearch } from '../../../data/bank/search/search.ts';
import { useLive } from '../../../data/live.ts';
import { hrefOf } from '../../../route.ts';
import { useWords } from '../../../words.tsx';
import { Batch } from './batch.tsx';

interface BatchPageProps {
  readonly bank: Bank;
  readonly search: BankSearch | null;
  readonly batchId: string;
}

/** One import, by its id. */
export function BatchPage({ bank, search, batchId }: BatchPageProps) {
  const { bank: words, app } = useWords();
  const batch = useLive(() => batchWith(batchId), [batchId]);
  if (batch === undefined) return <p className="soft">{app.loading}</p>;
  if (batch) return <Batch bank={bank} search={search} batch={batch} />;
  return (
    <p>
      {words.gone} <a href={hrefOf('bank', bank.id, 'import')}>{words.tabs.import}</a>
    </p>
  );
}
