import type { Bank } from '@shared/model/bank.ts';
import { hrefOf } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { ExportForm } from './export-form.tsx';
import { wholeBank } from './scopes.ts';

/** All that the bank keeps, as a file of another kind. */
export function ExportPage({ bank }: { readonly bank: Bank }) {
  const { bankPublish, bankList } = useWords();
  if (bank.counts.kept === 0) {
    return (
      <Empty>
        <p>{bankPublish.export.none}</p>
        <a className="button" href={hrefOf('bank', bank.id, 'import')}>
          {bankList.toImport}
        </a>
      </Empty>
    );
  }
  return <ExportForm title={bank.title} scopes={[wholeBank(bank, bankPublish.export)]} />;
}
