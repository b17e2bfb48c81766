import { useMemo, useRef, useState, type ReactNode } from 'react';
import { searchForm, wordsOf } from '@shared/bank/search/text.ts';
import type { QuestionMark } from '@shared/model/study.ts';
import { searchedText } from '@shared/study/search/texts.ts';
import type { MarkedQuestion } from '../../data/study/question-marks.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { hrefOfSet } from '../../study-links.ts';
import { Empty } from '../../ui/empty.tsx';
import { onlyRow, within, type Selection } from '../../ui/list/selection.ts';
import { useWords } from '../../words.tsx';
import { QuestionDialog } from '../question/question-dialog.tsx';
import { MarkedList } from './marked-list.tsx';
import { useMarked } from './use-marked.ts';

/** `#/study/favourites` */
export function FavouritesPage() {
  const { favourites } = useWords().studyNotes;
  return (
    <MarkedPage words={favourites} keeps={isFavourite} withNotes={false}>
      <a className="button button-main" href={hrefOfSet('favourites')}>
        {favourites.practise}
      </a>
    </MarkedPage>
  );
}

/** `#/study/notes` */
export function NotesPage() {
  const { notes } = useWords().studyNotes;
  return <MarkedPage words={notes} keeps={hasNote} withNotes />;
}

const isFavourite = ({ favourite }: QuestionMark): boolean => favourite;
const hasNote = ({ note }: QuestionMark): boolean => note !== '';

interface MarkedPageProps {
  readonly words: { readonly title: string; readonly none: string; readonly count: (count: number) => string };
  readonly keeps: (mark: QuestionMark) => boolean;
  readonly withNotes: boolean;
  /** The main action, where there is anything to act on. */
  readonly children?: ReactNode;
}

function MarkedPage({ words, keeps, withNotes, children }: MarkedPageProps) {
  const { studyNotes } = useWords();
  const { person } = useSession();
  const marked = useMarked(person.id, keeps);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Selection>(onlyRow(0));
  const [openedId, setOpenedId] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => found(marked?.rows ?? [], text), [marked, text]);
  if (!marked) return null;
  const selection = within(chosen, Math.max(1, rows.length));
  const opened = marked.rows.find(({ question }) => question.id === openedId);
  const focusList = (): void => box.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  const gone = marked.isComplete ? marked.total - marked.rows.length : 0;
  return (
    <div className="page stack study-page" ref={box}>
      <div className="head">
        <h1>{words.title}</h1>
        <a className="button" href={hrefOf('study')}>
          {studyNotes.back}
        </a>
      </div>
      {marked.rows.length === 0 ? (
        <Empty>{marked.isComplete ? words.none : studyNotes.reading}</Empty>
      ) : (
        <>
          <div className="row" role="search">
            <input
              type="search"
              className="input study-search"
              aria-label={studyNotes.search}
              placeholder={studyNotes.searchHint}
              maxLength={100}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
                event.preventDefault();
                focusList();
              }}
            />
            <strong role="status">
              {text.trim() === '' ? words.count(marked.rows.length) : studyNotes.found(rows.length, marked.rows.length)}
            </strong>
            {children}
          </div>
          {rows.length === 0 ? (
            <Empty>{studyNotes.noneFound}</Empty>
          ) : (
            <MarkedList
              rows={rows}
              text={text}
              withNotes={withNotes}
              selection={selection}
              onSelect={setChosen}
              onOpen={() => setOpenedId(rows[selection.active]?.question.id ?? null)}
            />
          )}
          <p className="soft">{studyNotes.keys}</p>
        </>
      )}
      {gone > 0 && <p className="soft">{studyNotes.gone(gone)}</p>}
      {opened && (
        <QuestionDialog
          question={opened.question}
          onClose={() => {
            setOpenedId(null);
            focusList();
          }}
        />
      )}
    </div>
  );
}

/** Those whose question or note has every word. */
function found(rows: readonly MarkedQuestion[], text: string): readonly MarkedQuestion[] {
  const words = wordsOf(text);
  if (words.length === 0) return rows;
  return rows.filter(({ mark, question }) => {
    const all = `${searchedText(question)}\n${searchForm(mark.note)}`;
    return words.every((word) => all.includes(word));
  });
}
