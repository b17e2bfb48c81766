import { bundleKinds } from '@shared/model/bundle.ts';
import type { BundleOutcome, EntryOutcome } from '../../../data/reviewing/returns.ts';
import { hrefOf } from '../../../route.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';

const tones = {
  new: 'good',
  newer: 'good',
  known: 'plain',
  older: 'plain',
  withdrawn: 'plain',
  conflict: 'bad',
  refused: 'warn',
} as const satisfies Record<EntryOutcome['outcome'], string>;
const outcomeNames = Object.keys(tones) as EntryOutcome['outcome'][]; // the keys of a Record over them

/** What became of each bundle, until the next ones are taken in. */
export function BundleOutcomes({ outcomes }: { readonly outcomes: readonly BundleOutcome[] }) {
  const { takeIn: words } = useWords().ledger;
  if (outcomes.length === 0) return <Notice tone="warn">{words.noFiles}</Notice>;
  return (
    <section className="stack" role="status" aria-label={words.files}>
      <Conflicts outcomes={outcomes} />
      <ScrollBox label={words.files} className="reviewing-scroll ledger-scroll">
        <table className="table">
          <caption>{words.files}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.file}</th>
              <th scope="col">{words.columns.sender}</th>
              <th scope="col">{words.columns.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {outcomes.map((outcome, place) => (
              <tr key={place}>
                <th scope="row" className="ledger-long">
                  {outcome.file}
                </th>
                {outcome.ok ? <Taken outcome={outcome} /> : <Refused outcome={outcome} />}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Refused({ outcome: { failure } }: { readonly outcome: Extract<BundleOutcome, { readonly ok: false }> }) {
  const { ledger, failures } = useWords();
  const { what, next } = failures[failure.kind](failure.subject);
  return (
    <td colSpan={2}>
      <Tag tone="bad">{ledger.takeIn.refused}</Tag> {what}
      {next}
    </td>
  );
}

function Taken({ outcome: { sender, entries, unknown } }: { readonly outcome: Extract<BundleOutcome, { readonly ok: true }> }) {
  const { takeIn: words } = useWords().ledger;
  const counts = bundleKinds.flatMap((kind) =>
    outcomeNames.flatMap((name) => {
      const count = entries.filter((entry) => entry.kind === kind && entry.outcome === name).length;
      return count > 0 ? [{ kind, name, text: words.outcomes[name](words.kinds[kind], count) }] : [];
    }),
  );
  return (
    <>
      <td>{words.sender(sender.unitName, sender.branch, sender.personName)}</td>
      <td>
        <span className="row">
          {counts.map(({ kind, name, text }) => (
            <Tag key={`${kind} ${name}`} tone={tones[name]}>
              {text}
            </Tag>
          ))}
          {entries.length === 0 && words.emptyBundle}
        </span>
        {Object.entries(unknown).map(([kind, count]) => (
          <p key={kind}>{words.unknown(kind, count)}</p>
        ))}
      </td>
    </>
  );
}

function Conflicts({ outcomes }: { readonly outcomes: readonly BundleOutcome[] }) {
  const { takeIn: words } = useWords().ledger;
  const titles = outcomes.flatMap((outcome) =>
    outcome.ok ? outcome.entries.flatMap((entry) => (entry.outcome === 'conflict' ? entry.title : [])) : [],
  );
  if (titles.length === 0) return null;
  return (
    <Notice tone="warn">
      <div className="row">
        <p>{words.conflictHint([...new Set(titles)])}</p>
        <a className="button" href={hrefOf('reviewing', 'ledger', 'conflicts')}>
          {words.toConflicts}
        </a>
      </div>
    </Notice>
  );
}
