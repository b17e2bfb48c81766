import type { Bank } from '@shared/model/bank.ts';
import { correctionsOn } from '../../data/bank/corrections.ts';
import { useLive } from '../../data/live.ts';
import { useWords } from '../../words.tsx';
import { CorrectionCard } from './correction-card.tsx';

/** What branches say about one question, with the answer. Nothing where nobody said anything. */
export function QuestionCorrections({ bank, questionId }: { readonly bank: Bank; readonly questionId: string }) {
  const { bankList } = useWords();
  const corrections = useLive(() => correctionsOn(questionId), [questionId]);
  if (!corrections || corrections.length === 0) return null;
  return (
    <section className="stack" aria-label={bankList.detail.corrections}>
      <h2>{bankList.detail.corrections}</h2>
      {corrections.map((correction) => (
        <CorrectionCard key={correction.id} bank={bank} correction={correction} search={null} />
      ))}
    </section>
  );
}
