import { attemptWith } from '../../data/exam/exam.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import { sheetOf } from './sheets.ts';
import { Sitting } from './sitting.tsx';

/** One attempt: to go on with, or, once handed in, the way to its result. */
export function Sit({ attemptId }: { readonly attemptId: string }) {
  const { exam, app } = useWords();
  const { person } = useSession();
  const found = useLive(async () => ({ attempt: await attemptWith(attemptId), sheet: await sheetOf(attemptId) }), [attemptId]);
  if (!found) return <p className="soft">{app.loading}</p>;
  const { attempt, sheet } = found;
  if (attempt?.personId !== person.id) return <Elsewhere text={exam.sit.gone} href={hrefOf('exam')} label={exam.sit.back} />;
  if (!sheet || attempt.state !== 'open') {
    const after = attempt.exam ? 'receipt' : 'review';
    return <Elsewhere text={exam.sit.handedIn} href={hrefOf('exam', after, attemptId)} label={exam.choose.review} />;
  }
  return <Sitting attempt={attempt} sheet={sheet} />;
}

function Elsewhere({ text, href, label }: { readonly text: string; readonly href: string; readonly label: string }) {
  return (
    <Empty>
      <p>{text}</p>
      <a className="button" href={href}>
        {label}
      </a>
    </Empty>
  );
}
