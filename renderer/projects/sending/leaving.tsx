import { bundleKinds } from '@shared/model/bundle.ts';
import type { Outgoing } from '@shared/projects/sending/outgoing.ts';
import { useWords } from '../../words.tsx';

/** Said before every export: which fields leave this computer. */
export function Leaving({ chosen }: { readonly chosen: readonly Outgoing[] }) {
  const { projectSending: words } = useWords();
  const counts = bundleKinds.map((kind) => ({ kind, count: chosen.filter(({ entry }) => entry.kind === kind).length }));
  return (
    <section className="card sending-leaving" aria-label={words.leaving}>
      <h2>{words.leaving}</h2>
      {chosen.length === 0 && <p>{words.leavingNothing}</p>}
      {counts.map(({ kind, count }) => count > 0 && <p key={kind}>{words.leavingKind(words.kinds[kind], count, words.fields[kind])}</p>)}
      {chosen.length > 0 && <p>{words.leavingSender}</p>}
    </section>
  );
}
