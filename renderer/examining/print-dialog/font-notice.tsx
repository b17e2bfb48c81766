import { useState } from 'react';
import { useWords } from '../../words.tsx';
import { fontIsHere, substitutes } from './fonts-here.ts';

/** Which fonts others take the place of in PDF on this computer; nothing where all are there. */
export function FontNotice() {
  const { paperPrint } = useWords();
  const [replaced] = useState(() => substitutes(fontIsHere));
  if (replaced.length === 0) return null;
  const names = replaced.map(({ wanted, used }) => paperPrint.fontInstead(wanted, used ?? paperPrint.fontLast));
  return <p className="soft">{paperPrint.fontsMissing(names.join(paperPrint.separator))}</p>;
}
