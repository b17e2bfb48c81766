import type { Source } from '@shared/ipc/contract.ts';
import { readable } from '@shared/packages/readable.ts';
import { Button } from '../../ui/button.tsx';
import { minuteOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

interface SourceRowProps {
  readonly source: Source;
  readonly busy: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onCheck: () => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onRoot: () => void;
}

/** One source: what it is, how its last check went, and what can be done with it. */
export function SourceRow({ source, busy, isFirst, isLast, onCheck, onMove, onRemove, onRoot }: SourceRowProps) {
  const { packageSources: words } = useWords();
  const named = (action: string): string => `${action} ${source.label}`;
  return (
    <li className="packages-source-row">
      <div>
        <strong className="packages-label">{source.label}</strong> <span className="soft">{words.kinds[source.kind]}</span>{' '}
        <SourceTag source={source} />
      </div>
      <LastCheck source={source} />
      <div className="row">
        <Button disabled={busy} onClick={onCheck} aria-label={named(words.check)}>
          {words.check}
        </Button>
        {/* Not `disabled`: that would take the focus away from somebody who moves a source to the end by keyboard. */}
        {!(isFirst && isLast) && (
          <>
            <Button aria-disabled={isFirst} onClick={() => !isFirst && onMove(-1)} aria-label={named(words.forward)}>
              {words.forward}
            </Button>
            <Button aria-disabled={isLast} onClick={() => !isLast && onMove(1)} aria-label={named(words.back)}>
              {words.back}
            </Button>
          </>
        )}
        <Button className="button-quiet" disabled={busy} onClick={onRoot} aria-label={named(words.root)}>
          {words.root}
        </Button>
        <Button className="button-quiet" disabled={busy} onClick={onRemove} aria-label={named(words.remove)}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}

/** A line that is down is an everyday matter; a refusal is not. */
function SourceTag({ source: { lastCheck } }: { readonly source: Source }) {
  const { packageSources: words } = useWords();
  if (!lastCheck) return <Tag tone="plain">{words.unused}</Tag>;
  if (!lastCheck.failure) return <Tag tone="good">{words.good}</Tag>;
  const isDown = ['source-unreachable', 'place-gone', 'metered', 'cancelled'].includes(lastCheck.failure.kind);
  return <Tag tone={isDown ? 'warn' : 'bad'}>{isDown ? words.bad : words.refused}</Tag>;
}

function LastCheck({ source: { label, lastSuccess, lastCheck } }: { readonly source: Source }) {
  const { packageSources: words, failures } = useWords();
  const failure = lastCheck?.failure && readable(lastCheck.failure, label);
  return (
    <div>
      <div className="soft">{lastSuccess === null ? words.neverSucceeded : words.lastSuccess(minuteOf(lastSuccess))}</div>
      {failure && <div>{words.lastFailed(minuteOf(lastCheck.at), failures[failure.kind](failure.subject, failure.at).what)}</div>}
    </div>
  );
}
