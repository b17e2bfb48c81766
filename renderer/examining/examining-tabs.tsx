import { hrefOf } from '../route.ts';
import { useWords } from '../words.tsx';

export const tabNames = ['exams', 'papers', 'key-in', 'marking', 'results'] as const;
export type TabName = (typeof tabNames)[number];

/** The way from one part of the exams to another, in the order of the work. */
export function ExaminingTabs({ current }: { readonly current: TabName }) {
  const { exams } = useWords();
  return (
    <nav className="tabs" aria-label={exams.tabsName}>
      {tabNames.map((name) => (
        <a key={name} href={hrefOf('examining', name)} aria-current={name === current ? 'page' : undefined}>
          {exams.tabs[name]}
        </a>
      ))}
    </nav>
  );
}
