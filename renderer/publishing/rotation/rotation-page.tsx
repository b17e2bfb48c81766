import { hrefOf, type Route } from '../../route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useWords } from '../../words.tsx';
import type { Publisher } from '../use-publisher.ts';
import { rotationCases, type RotationCase } from './cases.ts';
import { Wizard } from './wizard.tsx';

interface RotationPageProps {
  readonly publisher: Publisher;
  /** Empty for the choice; the name of a case for its wizard. */
  readonly route: Route;
}

/** 更换与续签: what has happened, in plain words, leads to the wizard that mends it. */
export function RotationPage({ publisher, route }: RotationPageProps) {
  const { rotation } = useWords();
  const chosen = rotationCases.find((name) => name === route[0]);
  if (publisher.state.repository === null) return <Empty>{rotation.nothingYet}</Empty>;
  if (chosen) return <Wizard key={chosen} which={chosen} publisher={publisher} />;
  return (
    <section className="stack">
      <p>{rotation.hint}</p>
      <div className="publishing-columns publishing-cases">
        {rotationCases.map((name) => (
          <CaseCard key={name} which={name} />
        ))}
      </div>
      <p>{rotation.unseen}</p>
    </section>
  );
}

function CaseCard({ which }: { readonly which: RotationCase }) {
  const { rotation } = useWords();
  const words = rotation.cases[which];
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      <p>{words.when}</p>
      <p>{words.effect}</p>
      <p className="soft">{words.needs}</p>
      <div>
        <a className="button" href={hrefOf('publishing', 'rotation', which)} aria-label={`${rotation.begin} ${words.title}`}>
          {rotation.begin}
        </a>
      </div>
    </section>
  );
}
