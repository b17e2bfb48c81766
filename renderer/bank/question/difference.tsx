import { differenceBetween, type DifferencePart } from './text-difference.ts';

interface DifferenceProps {
  readonly before: string;
  readonly after: string;
  readonly show: 'before' | 'after';
}

/** A text that became another: what goes away is struck out, what comes is underlined, so that it is read without colour too. */
export function Difference({ before, after, show }: DifferenceProps) {
  const Sign = show === 'before' ? 'del' : 'ins';
  return <Marked parts={partsFor(before, after, show)} Sign={Sign} />;
}

/** One of two texts that stand side by side, with what the other has not. */
export function Compared({ text, other }: { readonly text: string; readonly other: string }) {
  return <Marked parts={partsFor(text, other, 'before')} Sign="mark" />;
}

function Marked({ parts, Sign }: { readonly parts: readonly DifferencePart[]; readonly Sign: 'del' | 'ins' | 'mark' }) {
  return (
    <span className="bank-text">
      {parts.map(({ kind, text }, place) => (kind === 'same' ? <span key={place}>{text}</span> : <Sign key={place}>{text}</Sign>))}
    </span>
  );
}

const partsFor = (before: string, after: string, show: 'before' | 'after'): DifferencePart[] =>
  differenceBetween(before, after).filter(({ kind }) => kind === 'same' || kind === (show === 'before' ? 'removed' : 'added'));
