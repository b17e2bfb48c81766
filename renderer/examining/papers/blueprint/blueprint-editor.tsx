import { useState } from 'react';
import { sizeOfBlueprint } from '@shared/exam/blueprint-size.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import { saveBlueprint } from '../../../data/examining/blueprints.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { DrawDialog } from '../draw/draw-dialog.tsx';
import { PoolFields } from '../draw/pool-fields.tsx';
import { usePool } from '../draw/use-pool.ts';
import { useAssembler } from '../use-assembler.ts';
import { CheckPanel } from './check-panel.tsx';
import { isComplete } from './edits.ts';
import { ListedQuestions } from './listed-questions.tsx';
import { NumberField } from './number-field.tsx';
import { Parts } from './parts.tsx';
import { Shares } from './shares.tsx';

/** Edits a blueprint, checks it against the chosen banks while it is typed, and draws by it once it is saved. */
export function BlueprintEditor({ saved }: { readonly saved: Blueprint }) {
  const { papers: words, failures } = useWords();
  const assembler = useAssembler();
  const pool = usePool(assembler);
  const [blueprint, setBlueprint] = useState(saved);
  const [drawing, setDrawing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isSaved = JSON.stringify(blueprint) === JSON.stringify(saved);
  const save = async (): Promise<boolean> => {
    const result = await saveBlueprint(blueprint, Date.now());
    setFailure(result.ok ? null : result.failure);
    return result.ok;
  };
  const draw = async (): Promise<void> => {
    if (isSaved || (await save())) setDrawing(true);
  };
  const { questions, full } = sizeOfBlueprint(blueprint);
  return (
    <div className="stack papers-editor">
      <p>
        <a href={hrefOf('examining', 'papers')}>{words.editor.back}</a>
      </p>
      <div className="examining-fields">
        <Field label={words.editor.name}>
          <input value={blueprint.title} maxLength={100} onChange={(event) => setBlueprint({ ...blueprint, title: event.target.value })} />
        </Field>
        <NumberField
          label={words.editor.minutes}
          value={blueprint.minutes}
          most={600}
          onChange={(minutes) => setBlueprint({ ...blueprint, minutes })}
        />
      </div>
      <PoolFields pool={pool} />
      <Parts blueprint={blueprint} counts={pool.counts} onChange={setBlueprint} />
      <Shares blueprint={blueprint} counts={pool.counts} onChange={setBlueprint} />
      {assembler && <ListedQuestions blueprint={blueprint} assembler={assembler} pool={pool.choice} onChange={setBlueprint} />}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      <div className="papers-foot">
        {assembler && <CheckPanel blueprint={blueprint} assembler={assembler} pool={pool.choice} />}
        <div className="papers-bar">
          <span>{words.editor.total(questions, full)}</span>
          <span role="status" className="soft">
            {isSaved ? words.editor.saved : words.editor.unsaved}
          </span>
          <Button disabled={isSaved || !isComplete(blueprint)} onClick={() => void save()}>
            {words.editor.save}
          </Button>
          <Button main disabled={!isComplete(blueprint) || !assembler} onClick={() => void draw()}>
            {words.editor.draw}
          </Button>
        </div>
      </div>
      {drawing && assembler && (
        <DrawDialog blueprint={blueprint} assembler={assembler} pool={pool.choice} onClose={() => setDrawing(false)} />
      )}
    </div>
  );
}
