import { useState } from 'react';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';
import type { Assembler, PoolChoice } from '../../../data/assembly/assembly.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { isEmpty } from '../draw/use-pool.ts';
import { useAsked } from '../use-asked.ts';
import { withListed } from './edits.ts';

interface ListedProps {
  readonly blueprint: Blueprint;
  readonly assembler: Assembler;
  readonly pool: PoolChoice;
  readonly onChange: (blueprint: Blueprint) => void;
}

const mostFound = 20;

/** Questions that must or must not be on the paper, found by words or id. */
export function ListedQuestions(props: ListedProps) {
  const { papers } = useWords();
  const { blueprint, assembler, pool, onChange } = props;
  const { must = [], mustNot = [] } = blueprint;
  const ids = [...must, ...mustNot];
  const { answer } = useAsked(JSON.stringify([pool, ids]), () =>
    ids.length > 0 && !isEmpty(pool) ? assembler.ask('read', { pool, ids }) : null,
  );
  const stems = new Map(answer?.map(({ id, stem }) => [id, stem]));
  const take = (id: string): void => onChange(withListed(blueprint, id, null));
  return (
    <section className="stack" aria-label={papers.editor.must}>
      <div className="examining-columns">
        <List title={papers.editor.must} none={papers.editor.noMust} ids={must} stems={stems} onTake={take} />
        <List title={papers.editor.mustNot} none={papers.editor.noMustNot} ids={mustNot} stems={stems} onTake={take} />
      </div>
      <Finder {...props} />
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly none: string;
  readonly ids: readonly string[];
  readonly stems: ReadonlyMap<string, string>;
  readonly onTake: (id: string) => void;
}

function List({ title, none, ids, stems, onTake }: ListProps) {
  const { papers } = useWords();
  return (
    <div>
      <h2>{title}</h2>
      {ids.length === 0 && <p className="soft">{none}</p>}
      <ul className="papers-found">
        {ids.map((id) => (
          <li key={id}>
            <span className="examining-long">{stems.get(id) ?? papers.editor.unknownQuestion(id)}</span>
            <Button aria-label={papers.editor.takeNamed(id)} onClick={() => onTake(id)}>
              {papers.editor.take}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Finder({ blueprint, assembler, pool, onChange }: ListedProps) {
  const { papers, bank } = useWords();
  const words = papers.editor;
  const [text, setText] = useState('');
  const wanted = text.trim();
  const { answer, running } = useAsked(JSON.stringify([pool, wanted]), () =>
    wanted && !isEmpty(pool) ? assembler.ask('find', { pool, text: wanted, most: mostFound }) : null,
  );
  const list = (question: Question, kind: 'must' | 'mustNot'): void => onChange(withListed(blueprint, question.id, kind));
  return (
    <>
      <Field label={words.find}>
        <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      {running && <p role="status">{words.finding}</p>}
      {wanted && !running && answer?.length === 0 && <p role="status">{words.foundNone}</p>}
      <ul className="papers-found">
        {(wanted ? (answer ?? []) : []).map((question) => (
          <li key={question.id}>
            <span className="examining-long">
              <span className="tag tag-plain">{bank.types[question.type]}</span> {question.stem}{' '}
              <span className="soft">
                {papers.paper.labels([question.section, question.topic, bank.difficulties[question.difficulty]])}
              </span>
            </span>
            <Button aria-label={words.addMustNamed(question.stem)} onClick={() => list(question, 'must')}>
              {words.addMust}
            </Button>
            <Button aria-label={words.addMustNotNamed(question.stem)} onClick={() => list(question, 'mustNot')}>
              {words.addMustNot}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
