import { hrefOf } from '../route.ts';
import { useWords } from '../words.tsx';

export const tabNames = ['questions', 'import', 'checks', 'corrections', 'publish', 'export'] as const;
export type TabName = (typeof tabNames)[number];

/** The way from one kind of work on a bank to another. */
export function BankTabs({ bankId, current }: { readonly bankId: string; readonly current: TabName }) {
  const { bank } = useWords();
  return (
    <nav className="tabs" aria-label={bank.tabsName}>
      {tabNames.map((name) => (
        <a key={name} href={hrefOf('bank', bankId, name)} aria-current={name === current ? 'page' : undefined}>
          {bank.tabs[name]}
        </a>
      ))}
    </nav>
  );
}
