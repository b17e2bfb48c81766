import { useState } from 'react';
import type { Bank, Correction, EntryRef } from '@shared/model/bank.ts';
import type { Failure } from '@shared/model/failure.ts';
import { answerCorrection } from '../../data/bank/corrections.ts';
import { readEntry } from '../../data/bank/entries.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { dayOf } from '../../ui/format.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { QuestionView } from '../question/question-view.tsx';
import { ReplyForm } from './reply-form.tsx';

interface CorrectionCardProps {
  readonly bank: Bank;
  readonly correction: Correction;
  /** Given where the question is to be shown beside what is said about it. */
  readonly search: BankSearch | null;
}

/** One 纠错: who says what about which question, and the bureau's answer. */
export function CorrectionCard({ bank, correction, search }: CorrectionCardProps) {
  const { bankList, failures } = useWords();
  const words = bankList.corrections;
  const [isOpen, setIsOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { reply } = correction;
  const answer = async (next: Correction['reply']): Promise<void> => {
    const saved = await answerCorrection(correction.id, next);
    setFailure(saved.ok ? null : saved.failure);
    if (saved.ok) setIsOpen(false);
  };
  return (
    <article className="card stack" aria-label={correction.text.slice(0, 40)}>
      <p className="bank-text">{correction.text}</p>
      <p className="soft">
        {words.from(correction.personName, correction.unitName, correction.at > 0 ? dayOf(correction.at) : '')} ·{' '}
        {words.version(correction.version)}
      </p>
      {search && <About bank={bank} correction={correction} search={search} />}
      {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      {reply && !isOpen && (
        <div className="stack">
          <p className="bank-text">
            <Tag tone={reply.outcome === 'accepted' ? 'good' : 'plain'}>{words[reply.outcome]}</Tag> {reply.text}
          </p>
          <div className="row">
            <Button onClick={() => setIsOpen(true)}>{words.change}</Button>
            <Button onClick={() => void answer(null)}>{words.withdraw}</Button>
          </div>
        </div>
      )}
      {(!reply || isOpen) && <ReplyForm first={reply} onSave={(next) => void answer(next)} />}
    </article>
  );
}

/** The question as it is now, and as it read when it was met, where that is another text. */
function About({ bank: { id: bankId }, correction, search }: CorrectionCardProps & { readonly search: BankSearch }) {
  const { bank, bankList } = useWords();
  const words = bankList.corrections;
  const entry = useLive(async () => {
    const ref: EntryRef | null = await search.refOf(correction.questionId);
    return ref ? readEntry(ref) : null;
  }, [search, correction.questionId]);
  if (entry === undefined) return null;
  if (!entry?.question) {
    return (
      <p>
        {words.noQuestion} <span className="bank-text">{correction.stem}</span>
      </p>
    );
  }
  return (
    <>
      {entry.question.stem !== correction.stem && correction.stem !== '' && (
        <p className="soft bank-text">{bank.labelled(words.stemThen, correction.stem)}</p>
      )}
      <details>
        <summary>{entry.question.stem}</summary>
        <QuestionView question={entry.question} />
      </details>
      <p>
        <a href={hrefOf('bank', bankId, 'questions', entry.id)}>{words.toQuestion}</a>
      </p>
    </>
  );
}
