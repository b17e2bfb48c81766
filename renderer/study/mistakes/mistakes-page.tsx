import './mistakes.css';
import { useState } from 'react';
import type { Mistake } from '@shared/model/study.ts';
import { readMistakeRule, readMistakes, type MistakeBook } from '../../data/study/mistakes.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf, type Route } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { hrefOfSet } from '../../study-links.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { MistakeList } from './mistake-list.tsx';
import { RuleDialog } from './rule-dialog.tsx';

type Part = Mistake['state'];

/** 错题本: the rule, what is open, what is overcome. `#/study/mistakes/<open|overcome>/<section>`; the route begins behind `mistakes`. */
export function MistakesPage({ route: [part, section = ''] }: { readonly route: Route }) {
  const { studyMistakes: words } = useWords();
  const { person } = useSession();
  const book = useLive(() => readMistakes(person.id), [person.id]);
  const rule = useLive(() => readMistakeRule(person.id), [person.id]);
  const [dialog, setDialog] = useState<'rule' | 'export' | null>(null);
  if (!book || !rule) return null;
  const isEmpty = book.open.length + book.overcome.length === 0;
  return (
    <div className="page stack mistakes">
      <div className="head">
        <h1>{words.title}</h1>
        <a className="button" href={hrefOf('study')}>
          {words.toStudy}
        </a>
      </div>
      <section className="card mistakes-rule">
        <p>{words.rule(rule.rightInARow)}</p>
        <p className="soft">
          {words.again}
          {words.feeds}
        </p>
        <Button onClick={() => setDialog('rule')}>{words.changeRule}</Button>
      </section>
      {isEmpty ? (
        <Nothing />
      ) : (
        <Book
          book={book}
          part={part === 'overcome' ? 'overcome' : 'open'}
          section={section}
          times={rule.rightInARow}
          onExport={() => setDialog('export')}
        />
      )}
      {dialog === 'rule' && <RuleDialog onClose={() => setDialog(null)} />}
      {dialog === 'export' && <ExportDialog book={book} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Nothing() {
  const { studyMistakes: words } = useWords();
  return (
    <Empty>
      <p>{words.none}</p>
      <a className="button" href={hrefOf('study')}>
        {words.begin}
      </a>
    </Empty>
  );
}

interface BookProps {
  readonly book: MistakeBook;
  readonly part: Part;
  /** '' for all. */
  readonly section: string;
  /** How many right answers in a row the rule asks for. */
  readonly times: number;
  readonly onExport: () => void;
}

function Book({ book, part, section, times, onExport }: BookProps) {
  const { studyMistakes: words } = useWords();
  const entries = book[part];
  const counts = countBySection(entries);
  // a section whose last mistake was overcome is left
  const current = counts.has(section) ? section : '';
  const shown = current === '' ? entries : entries.filter((mistake) => mistake.section === current);
  return (
    <>
      <nav className="tabs mistakes-tabs" aria-label={words.listsName}>
        {(['open', 'overcome'] as const).map((name) => (
          <a key={name} href={hrefOf('study', 'mistakes', name)} aria-current={name === part ? 'page' : undefined}>
            {words.counted(words.lists[name], book[name].length)}
          </a>
        ))}
      </nav>
      {counts.size > 1 && <SectionLinks part={part} current={current} counts={counts} total={entries.length} />}
      {shown.length === 0 ? (
        <Empty>
          <p>{part === 'open' ? words.noneOpen : words.noneOvercome}</p>
        </Empty>
      ) : (
        <>
          <div className="row">
            {part === 'open' && (
              <a className="button button-main" href={hrefOfSet('mistakes', current === '' ? {} : { section: current })}>
                {current === '' ? words.practiseAll(shown.length) : words.practiseSection(current, shown.length)}
              </a>
            )}
            <Button onClick={onExport}>{words.export}</Button>
          </div>
          <MistakeList key={`${part}/${current}`} part={part} mistakes={shown} times={times} />
        </>
      )}
    </>
  );
}

interface SectionLinksProps {
  readonly part: Part;
  readonly current: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

function SectionLinks({ part, current, counts, total }: SectionLinksProps) {
  const { studyMistakes: words } = useWords();
  const links = [['', words.allSections, total] as const, ...Array.from(counts, ([name, count]) => [name, name, count] as const)];
  return (
    <nav className="row" aria-label={words.sectionsName}>
      {links.map(([name, label, count]) => (
        <a
          key={name}
          className="button mistakes-section"
          href={hrefOf('study', 'mistakes', part, ...(name === '' ? [] : [name]))}
          aria-current={name === current ? 'true' : undefined}
        >
          {words.counted(label, count)}
        </a>
      ))}
    </nav>
  );
}

function countBySection(mistakes: readonly Mistake[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { section } of mistakes) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}
