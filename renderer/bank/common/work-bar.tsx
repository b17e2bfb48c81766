import { Button } from '../../ui/button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import type { Work } from './use-work.ts';

/** How far the running work has come, and the way to stop it. */
export function WorkBar({ work }: { readonly work: Work }) {
  const { app } = useWords();
  if (!work.running) return null;
  return (
    <div className="card stack">
      <Progress {...work.running} />
      <div>
        <Button onClick={work.cancel}>{app.cancel}</Button>
      </div>
    </div>
  );
}
