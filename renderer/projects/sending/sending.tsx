import { useLive } from '../../data/live.ts';
import { readPublishedProjects } from '../../data/projects/published.ts';
import { readOutgoing } from '../../data/projects/sending.ts';
import { hrefOf } from '../../route.ts';
import { useSession } from '../../session.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { SendForm } from './send-form.tsx';
import './sending.css';

/** 上报: what is news to the bureau, in one sealed bundle. */
export function Sending({ today: _today }: { readonly today: string }) {
  const { projectSending: words, app } = useWords();
  const { unitName } = useSession().person;
  const found = useLive(
    async () => ({ outgoing: await readOutgoing(unitName), recipient: (await readPublishedProjects())?.receiving[0]?.recipient ?? null }),
    [unitName],
  );
  return (
    <div className="page stack sending-page">
      <div className="head">
        <h1>{words.title}</h1>
        <a className="button" href={hrefOf('projects')}>
          {words.back}
        </a>
      </div>
      <p>{words.intro}</p>
      <p className="soft">
        {words.answers} <a href={hrefOf('exam', 'outbox')}>{words.toAnswers}</a>
      </p>
      {!found && <p className="soft">{app.loading}</p>}
      {found?.recipient === null && <NoPackage />}
      {found?.outgoing.length === 0 && <Empty>{words.none}</Empty>}
      {found && found.outgoing.length > 0 && <SendForm outgoing={found.outgoing} recipient={found.recipient} />}
    </div>
  );
}

function NoPackage() {
  const { projectSending: words } = useWords();
  return (
    <Notice tone="warn">
      <p>{words.noPackage}</p>
      <p>
        {words.noPackageNext} <a href={hrefOf('packages')}>{words.toPackages}</a>
      </p>
    </Notice>
  );
}
