import type { Bank } from '@shared/model/bank.ts';
import { never } from '@shared/never.ts';
import { bankWith } from '../data/bank/banks.ts';
import type { BankSearch } from '../data/bank/search/search.ts';
import { useLive } from '../data/live.ts';
import { hrefOf, type Route } from '../route.ts';
import { useWords } from '../words.tsx';
import { BankTabs, tabNames, type TabName } from './bank-tabs.tsx';
import { ChecksPage } from './checks/checks-page.tsx';
import { useBankSearch } from './common/use-bank-search.ts';
import { CorrectionsPage } from './corrections/corrections-page.tsx';
import { ExportPage } from './export/export-page.tsx';
import { BatchPage } from './import/batch/batch-page.tsx';
import { ImportPage } from './import/import-page.tsx';
import { ListPage } from './list/list-page.tsx';
import { PublishPage } from './publish/publish-page.tsx';

/** One bank: its name, its tabs, and the tab that is open. */
export function BankPage({ id, route }: { readonly id: string; readonly route: Route }) {
  const { bank: words, app } = useWords();
  const bank = useLive(() => bankWith(id), [id]);
  const search = useBankSearch(id);
  const tab = tabNames.find((name) => name === route[0]) ?? 'questions';
  if (bank === undefined) return <p className="soft">{app.loading}</p>;
  if (bank === null) return <Gone />;
  return (
    <div className="page page-wide stack bank-page">
      <div className="tabs-head">
        <h1>
          <a href={hrefOf('bank')}>{words.title}</a> / {bank.title}
        </h1>
        <BankTabs bankId={id} current={tab} />
      </div>
      <Tab tab={tab} bank={bank} search={search} route={route.slice(1)} />
    </div>
  );
}

interface TabProps {
  readonly tab: TabName;
  readonly bank: Bank;
  readonly search: BankSearch | null;
  readonly route: Route;
}

function Tab({ tab, bank, search, route }: TabProps) {
  const [first = ''] = route;
  switch (tab) {
    case 'questions':
      return <ListPage key={first} bank={bank} search={search} questionId={first} />;
    case 'import':
      return first === '' ? (
        <ImportPage bank={bank} search={search} />
      ) : (
        <BatchPage key={first} bank={bank} search={search} batchId={first} />
      );
    case 'checks':
      return <ChecksPage bank={bank} />;
    case 'corrections':
      return <CorrectionsPage bank={bank} search={search} />;
    case 'publish':
      return <PublishPage bank={bank} search={search} />;
    case 'export':
      return <ExportPage bank={bank} />;
    default:
      return never(tab);
  }
}

function Gone() {
  const { bank } = useWords();
  return (
    <div className="page stack">
      <h1>{bank.title}</h1>
      <p>{bank.gone}</p>
      <p>
        <a className="button" href={hrefOf('bank')}>
          {bank.toBanks}
        </a>
      </p>
    </div>
  );
}
