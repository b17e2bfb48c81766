import { useState } from 'react';
import type { Failure } from '@shared/model/failure.ts';
import { readPolicyRule, saveMistakeRule } from '../../data/study/mistakes.ts';
import { readStudySettings } from '../../data/study/study-settings.ts';
import { useLive } from '../../data/live.ts';
import { useSession } from '../../session.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';

const choices = [1, 2, 3, 4, 5];

/** How many right answers in a row overcome a mistake: the policy's number, or one's own. */
export function RuleDialog({ onClose }: { readonly onClose: () => void }) {
  const { app, failures, studyMistakes: words } = useWords();
  const { person } = useSession();
  const policy = useLive(readPolicyRule, []);
  const settings = useLive(() => readStudySettings(person.id), [person.id]);
  const [chosen, setChosen] = useState<{ readonly times: number | null } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [saving, setSaving] = useState(false);
  if (!policy || !settings) return null;
  const times = chosen ? chosen.times : settings.rightInARow;
  const save = async (): Promise<void> => {
    setSaving(true);
    const saved = await saveMistakeRule(person.id, times);
    setSaving(false);
    if (saved.ok) onClose();
    else setFailure(saved.failure);
  };
  const options = [
    { value: null, label: words.byPolicy(policy.rightInARow) },
    ...choices.map((value) => ({ value, label: words.times(value) })),
  ];
  return (
    <Dialog
      title={words.ruleTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main disabled={saving} onClick={() => void save()}>
            {words.save}
          </Button>
        </>
      }
    >
      <fieldset className="choice">
        <legend>{words.ruleLegend}</legend>
        {options.map(({ value, label }) => (
          <label key={label} className="check">
            <input type="radio" name="rule" checked={value === times} onChange={() => setChosen({ times: value })} />
            <span className="choice-label">{label}</span>
          </label>
        ))}
      </fieldset>
      <p>{words.ruleEffect}</p>
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
    </Dialog>
  );
}
