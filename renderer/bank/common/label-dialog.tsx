import { useId, useState, type SyntheticEvent } from 'react';
import type { Labels } from '@shared/bank/work/edits.ts';
import { difficulties, type Difficulty } from '@shared/model/question.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Suggestions } from '../../ui/suggestions.tsx';
import { useWords } from '../../words.tsx';

interface LabelDialogProps {
  readonly field: 'section' | 'topic' | 'difficulty';
  readonly count: number;
  readonly sections: readonly string[];
  readonly onApply: (fields: Labels) => void;
  readonly onClose: () => void;
}

/** Asks for the one label that the chosen questions get. */
export function LabelDialog({ field, count, sections, onApply, onClose }: LabelDialogProps) {
  const { bank, bankList, app } = useWords();
  const words = bankList.bulk;
  const [text, setText] = useState('');
  const [difficulty, setDifficulty] = useState<Difficulty>('medium');
  const [isMissing, setIsMissing] = useState(false);
  const list = useId();
  const titles = { section: words.sectionTitle, topic: words.topicTitle, difficulty: words.difficultyTitle };
  const apply = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (field === 'difficulty') return onApply({ difficulty });
    // a topic may be taken away, a section is needed
    if (field === 'section' && text.trim() === '') return setIsMissing(true);
    onApply({ [field]: text.trim() });
  };
  return (
    <Dialog
      title={titles[field](count)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main type="submit" form={`${list}-form`}>
            {words.apply}
          </Button>
        </>
      }
    >
      <form id={`${list}-form`} className="stack" noValidate onSubmit={apply}>
        <Field label={bank.fields[field]}>
          {field === 'difficulty' ? (
            <select
              value={difficulty}
              onChange={(event) => setDifficulty(difficulties.find((name) => name === event.target.value) ?? 'medium')}
            >
              {difficulties.map((name) => (
                <option key={name} value={name}>
                  {bank.difficulties[name]}
                </option>
              ))}
            </select>
          ) : (
            <input
              list={field === 'section' ? list : undefined}
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Suggestions id={list} names={sections} />
        {isMissing && <Notice tone="bad">{words.needed}</Notice>}
      </form>
    </Dialog>
  );
}
