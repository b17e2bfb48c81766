import { useState } from 'react';
import { selfMark } from '@shared/exam/self-mark.ts';
import type { Failure } from '@shared/model/failure.ts';
import type { Attempt, PartResult } from '@shared/model/exam.ts';
import { saveMark } from '../../data/exam/exam.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

type State = { readonly kind: 'idle' | 'saving' | 'saved' | 'outOfRange' } | { readonly kind: 'failed'; readonly failure: Failure };

/** A short answer is marked by the person who wrote it (自评); the result counts it from then on. */
export function SelfMark({ attempt, result }: { readonly attempt: Attempt; readonly result: PartResult }) {
  const { exam } = useWords();
  const [text, setText] = useState(result.correct === null ? '' : String(result.score));
  const [state, setState] = useState<State>({ kind: 'idle' });
  const save = async (): Promise<void> => {
    const score = Number(text);
    if (text.trim() === '' || !(score >= 0 && score <= result.full)) return setState({ kind: 'outOfRange' });
    setState({ kind: 'saving' });
    const { questionId } = result;
    const saved = await saveMark(attempt.id, (before) => selfMark(before, { questionId, score }, attempt.passLine));
    setState(saved.ok ? { kind: 'saved' } : { kind: 'failed', failure: saved.failure });
  };
  return (
    <form
      className="exam-self"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        await save();
      }}
    >
      <label className="field">
        <span>{exam.review.selfScore(result.full)}</span>
        <input
          type="number"
          inputMode="decimal"
          min={0}
          max={result.full}
          step="any"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setState({ kind: 'idle' });
          }}
        />
      </label>
      <Button type="submit" disabled={state.kind === 'saving'}>
        {exam.review.saveSelf}
      </Button>
      <div role="status">
        <SelfMarkState state={state} full={result.full} />
      </div>
    </form>
  );
}

function SelfMarkState({ state, full }: { readonly state: State; readonly full: number }) {
  const { app, exam, failures } = useWords();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'saving':
      return <Tag tone="plain">{app.saving}</Tag>;
    case 'saved':
      return <Tag tone="good">{app.saved}</Tag>;
    case 'outOfRange':
      return (
        <Notice tone="bad">
          <p>{exam.review.selfRange(full)}</p>
        </Notice>
      );
    case 'failed':
      return <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />;
  }
}
