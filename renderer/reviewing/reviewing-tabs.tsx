import { hrefOf, type Route } from '../route.ts';
import { useWords } from '../words.tsx';

export const tabNames = ['topics', 'approval', 'ledger', 'assessment', 'benchmarks', 'publish'] as const;
export type TabName = (typeof tabNames)[number];

/** What every tab is given: the address below its own, and today as 'YYYY-MM-DD'. */
export interface ReviewingTabProps {
  readonly route: Route;
  readonly today: string;
}

/** The way from one part of the reviews to another, in the order of a project's year. */
export function ReviewingTabs({ current }: { readonly current: TabName }) {
  const { reviewing } = useWords();
  return (
    <nav className="tabs" aria-label={reviewing.tabsName}>
      {tabNames.map((name) => (
        <a key={name} href={hrefOf('reviewing', name)} aria-current={name === current ? 'page' : undefined}>
          {reviewing.tabs[name]}
        </a>
      ))}
    </nav>
  );
}
