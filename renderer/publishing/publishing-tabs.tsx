import { hrefOf } from '../route.ts';
import { useWords } from '../words.tsx';

export const tabNames = ['overview', 'destinations', 'keys', 'rotation'] as const;
export type TabName = (typeof tabNames)[number];

/** The way from one part of publishing to another. */
export function PublishingTabs({ current }: { readonly current: TabName }) {
  const { publishing } = useWords();
  return (
    <nav className="tabs" aria-label={publishing.tabsName}>
      {tabNames.map((name) => (
        <a key={name} href={hrefOf('publishing', name)} aria-current={name === current ? 'page' : undefined}>
          {publishing.tabs[name]}
        </a>
      ))}
    </nav>
  );
}
