import type { Blueprint } from '@shared/model/policy.ts';
import type { Assembler, PoolChoice } from '../../../data/assembly/assembly.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { isEmpty } from '../draw/use-pool.ts';
import { useAsked } from '../use-asked.ts';
import { isComplete } from './edits.ts';

interface CheckPanelProps {
  readonly blueprint: Blueprint;
  readonly assembler: Assembler;
  readonly pool: PoolChoice;
}

/** Says while somebody types whether the chosen banks can fill the blueprint, and what is short. */
export function CheckPanel({ blueprint, assembler, pool }: CheckPanelProps) {
  const { papers: words, shortage } = useWords();
  const isReady = isComplete(blueprint) && !isEmpty(pool);
  const { answer, running } = useAsked(JSON.stringify([blueprint, pool]), () =>
    isReady ? assembler.ask('check', { pool, blueprint, shared: null }) : null,
  );
  if (!isReady) return <Notice tone="warn">{isEmpty(pool) ? words.pool.choose : words.editor.incomplete}</Notice>;
  const notes = answer?.ok ? shortage.notes(answer) : [];
  return (
    <ScrollBox label={words.check.title} className="papers-check">
      {!answer && running && <p role="status">{words.check.running}</p>}
      {answer?.ok === false && (
        <Notice tone="bad">
          <Lines title={words.check.short} lines={shortage.lines(answer)} />
        </Notice>
      )}
      {answer?.ok && (
        <Notice tone={notes.length > 0 ? 'warn' : 'good'}>
          <p>{words.check.ok}</p>
          {notes.length > 0 && <Lines title={words.check.notes} lines={notes} />}
        </Notice>
      )}
    </ScrollBox>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="examining-list">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
