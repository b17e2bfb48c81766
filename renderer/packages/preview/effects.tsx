import type { StagedPackage } from '@shared/ipc/contract.ts';
import { effectsOf } from '../../data/effects.ts';
import { useLive } from '../../data/live.ts';
import { useSession } from '../../session.tsx';
import { useWords } from '../../words.tsx';

const shown = ['unseenAgain', 'answeredWithdrawn', 'mistakes', 'runningAttempts', 'corrections', 'peopleLeaving'] as const;

/** What installing would touch of the work on this computer; only what is touched is listed. */
export function Effects({ staged }: { readonly staged: readonly StagedPackage[] }) {
  const { packages } = useWords();
  const { effects: words } = packages;
  const { id } = useSession().person;
  const effects = useLive(() => effectsOf(staged, id), [staged, id]);
  if (!effects) return null;
  const touched = shown.filter((effect) => effects[effect] > 0);
  return (
    <div>
      <strong>{words.title}</strong>
      <ul className="packages-list">
        {effects.exams > 0 && <li>{words.exams(effects.exams)}</li>}
        {effects.projects && <li>{words.projects(effects.projects)}</li>}
        {touched.length === 0 && <li>{words.none}</li>}
        {touched.map((effect) => (
          <li key={effect}>{words[effect](effects[effect])}</li>
        ))}
        <li>{words.keep}</li>
      </ul>
    </div>
  );
}
