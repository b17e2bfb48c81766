import { useState } from 'react';
import { stateOf } from '@shared/exam/bureau/exam-state.ts';
import type { Exam, SealedExam } from '@shared/model/examining.ts';
import { setSealed } from '../../../data/examining/exams.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';
import { ConfirmDialog } from '../../../confirm-dialog.tsx';
import { useMinute } from '../../../ui/use-minute.ts';
import { SlipDialog } from './slip-dialog.tsx';

/** 启封码: hidden until somebody asks for it, large enough to read out. */
export function CodeCard({ exam, sealed }: { readonly exam: Exam; readonly sealed: SealedExam }) {
  const { page } = useWords().exams;
  const words = page.code;
  const [isShown, setShown] = useState(false);
  const [asks, setAsks] = useState<'slip' | 'unseal' | null>(null);
  const isOnlyHere = stateOf(exam, useMinute()) === 'sealed';
  const close = (): void => setAsks(null);
  return (
    <section className="card stack" aria-labelledby="code-title">
      <h2 id="code-title">{words.title}</h2>
      <p>{words.hidden}</p>
      {isShown && (
        <>
          <p className="examining-code">{sealed.startCode}</p>
          <p className="soft">{words.reading}</p>
        </>
      )}
      <div className="row">
        <Button onClick={() => setShown(!isShown)}>{isShown ? words.hide : words.show}</Button>
        <Button onClick={() => setAsks('slip')}>{words.slip}</Button>
        {isOnlyHere && <Button onClick={() => setAsks('unseal')}>{page.unseal}</Button>}
      </div>
      {asks === 'slip' && <SlipDialog exam={exam} sealed={sealed} onClose={close} />}
      {asks === 'unseal' && (
        <ConfirmDialog
          title={page.unsealTitle}
          text={page.unsealText}
          confirm={page.unseal}
          work={() => setSealed(exam, null)}
          onClose={close}
        />
      )}
    </section>
  );
}
