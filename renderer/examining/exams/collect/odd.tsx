import type { OddRecords } from '@shared/exam/bureau/odd-records.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';

/** What looks odd among the records that came in; nothing where all is usual. */
export function Odd({ odd: { sharedComputers, otherNames, overTime } }: { readonly odd: OddRecords }) {
  const { odd } = useWords().collecting;
  const found = [
    ...sharedComputers.map(({ units, people }) => odd.sharedComputer(units, people)),
    ...(otherNames.length > 0 ? [odd.otherNames(otherNames)] : []),
    ...(overTime.length > 0 ? [odd.overTime(overTime)] : []),
  ];
  if (found.length === 0) return null;
  return (
    <Notice tone="warn">
      <div className="stack">
        <strong>{odd.title}</strong>
        <p>{odd.hint}</p>
        <ul>
          {found.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    </Notice>
  );
}
