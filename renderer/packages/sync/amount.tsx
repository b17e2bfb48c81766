import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { remainingText } from './remaining-text.ts';
import type { Step } from './sync-state.ts';

/** How many bytes have come of how many, and how long the rest will take; nothing where a step counts something else. */
export function Amount({ step }: { readonly step: Step }) {
  const { packages } = useWords();
  if (step.unit !== 'bytes') return null;
  return (
    <p>
      {packages.bytes(sizeOf(step.done), sizeOf(step.total))}
      <span className="soft packages-aside">{remainingText(step.remaining ?? null, packages)}</span>
    </p>
  );
}
