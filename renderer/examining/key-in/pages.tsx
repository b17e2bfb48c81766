import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words.tsx';

interface PagesProps {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** From one page of the grid to the next. */
export function Pages({ page, pages, onPage }: PagesProps) {
  const { keyIn } = useWords();
  return (
    <nav className="row" aria-label={keyIn.pages}>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {keyIn.previousPage}
      </Button>
      <span aria-live="polite">{keyIn.pageOf(page + 1, pages)}</span>
      <Button disabled={page + 1 >= pages} onClick={() => onPage(page + 1)}>
        {keyIn.nextPage}
      </Button>
    </nav>
  );
}
