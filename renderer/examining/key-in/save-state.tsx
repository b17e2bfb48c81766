import { useWords } from '../../words.tsx';
import type { ScoreView } from './use-scores.ts';

/** Whether what was keyed in is on disk. */
export function SaveState({ saving }: { readonly saving: ScoreView['saving'] }) {
  const { app } = useWords();
  const text = { saved: `✓ ${app.saved}`, saving: app.saving, failed: `⚠ ${app.notSaved}` }[saving];
  return (
    <span className={`key-in-saving key-in-${saving}`} role="status">
      {text}
    </span>
  );
}
