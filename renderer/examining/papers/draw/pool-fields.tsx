import { useWords } from '../../../words.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { countOf } from './counts.ts';
import type { ChosenPool } from './use-pool.ts';

/** Which banks the questions come from. */
export function PoolFields({ pool }: { readonly pool: ChosenPool }) {
  const { papers } = useWords();
  const words = papers.pool;
  const { choice, banks, hasInstalled, counts, counting, choose } = pool;
  if (!banks) return null;
  if (!hasInstalled && banks.length === 0) return <Notice tone="warn">{words.none}</Notice>;
  const toggle = (id: string, on: boolean): void =>
    choose({ ...choice, bankIds: on ? [...choice.bankIds, id] : choice.bankIds.filter((one) => one !== id) });
  return (
    <fieldset className="choice">
      <legend>{words.title}</legend>
      <div className="row">
        {hasInstalled && (
          <label className="check">
            <input
              type="checkbox"
              checked={choice.installed}
              onChange={(event) => choose({ ...choice, installed: event.target.checked })}
            />
            {words.installed}
          </label>
        )}
        {banks.map((bank) => (
          <label key={bank.id} className="check">
            <input type="checkbox" checked={choice.bankIds.includes(bank.id)} onChange={(event) => toggle(bank.id, event.target.checked)} />
            {words.own(bank.title, bank.counts.kept)}
          </label>
        ))}
      </div>
      <p role="status" className="soft">
        {counting ? words.counting : words.counted(countOf(counts, {}))}
      </p>
    </fieldset>
  );
}
