import { hrefOf } from '../route.ts';
import { useWords } from '../words.tsx';

export const tabNames = ['updates', 'sources', 'carry', 'history'] as const;
export type TabName = (typeof tabNames)[number];

interface TabsProps {
  readonly current: TabName;
  /** Refusals that nobody has looked at yet; their number stands at the history. */
  readonly newRefusals: number;
}

/** The way from one part of 数据包 to another. */
export function Tabs({ current, newRefusals }: TabsProps) {
  const { packages } = useWords();
  return (
    <nav className="tabs" aria-label={packages.tabsName}>
      {tabNames.map((name) => (
        <a key={name} href={hrefOf('packages', ...(name === 'updates' ? [] : [name]))} aria-current={name === current ? 'page' : undefined}>
          {packages.tabs[name]}
          {name === 'history' && newRefusals > 0 && ` (${newRefusals})`}
        </a>
      ))}
    </nav>
  );
}
