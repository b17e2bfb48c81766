import type { Progress } from '@shared/study/progress.ts';
import { percentOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';

/** The columns of a progress: how many questions, how many answered, how many of these right. */
export function ProgressTitles() {
  const { study } = useWords();
  return [study.total, study.answered, study.rate].map((title) => (
    <th key={title} scope="col" className="num">
      {title}
    </th>
  ));
}

export function ProgressCells({ progress: { total, answered, right } }: { readonly progress: Progress }) {
  const { study } = useWords();
  return (
    <>
      <td className="num">{total}</td>
      <td className="num">{answered}</td>
      <td className="num">{answered === 0 ? study.tooFew : `${percentOf(right / answered)}%`}</td>
    </>
  );
}
