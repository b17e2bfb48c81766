import { useState } from 'react';
import { fewestAnswers, stateOf, weakestFirst, type SectionMastery, type TopicMastery } from '@shared/study/blind-spots/mastery.ts';
import { hrefOfSet } from '../../study-links.ts';
import { Button } from '../../ui/button.tsx';
import { percentOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { StateTag } from './state-tag.tsx';
import { useTopicName } from './topic-name.ts';

interface TopicCellsProps {
  readonly sections: readonly SectionMastery[];
  readonly passLine: number;
}

/** Sections × topics: a cell each, the weakest first; a click makes its repair set. */
export function TopicCells({ sections, passLine }: TopicCellsProps) {
  const { topics } = useWords().blindSpots;
  return (
    <section>
      <h2>{topics.title}</h2>
      <p className="soft">{topics.hint}</p>
      {sections.map((section) => (
        <SectionCells key={section.section} section={section} passLine={passLine} />
      ))}
    </section>
  );
}

const shownAtFirst = 8;

function SectionCells({ section, passLine }: { readonly section: SectionMastery; readonly passLine: number }) {
  const { topics: words } = useWords().blindSpots;
  const [all, setAll] = useState(false);
  const topics = weakestFirst([section]);
  const shown = all ? topics : topics.slice(0, shownAtFirst);
  return (
    <>
      <h3 className="blind-heading">{section.section}</h3>
      <ul className="blind-cells">
        {shown.map((topic) => (
          <li key={topic.topic}>
            <Cell topic={topic} passLine={passLine} />
          </li>
        ))}
      </ul>
      {shown.length < topics.length && <Button onClick={() => setAll(true)}>{words.more(topics.length - shown.length)}</Button>}
    </>
  );
}

function Cell({ topic: mastery, passLine }: { readonly topic: TopicMastery; readonly passLine: number }) {
  const { blindSpots } = useWords();
  const { section, topic, estimate, answers, total } = mastery;
  const name = useTopicName()(topic);
  const rate = answers >= fewestAnswers ? blindSpots.rate(percentOf(estimate)) : blindSpots.unknown;
  const basis = blindSpots.topics.answers(answers, total);
  const label = blindSpots.topics.cell(name, blindSpots.states[stateOf(mastery, passLine)], rate, basis);
  return (
    <a className="blind-cell" href={hrefOfSet('repair', { section, topic })} aria-label={label}>
      <span className="blind-topic">{name}</span>
      <span className="row">
        <StateTag mastery={mastery} passLine={passLine} />
        <strong>{rate}</strong>
      </span>
      <span className="soft">{basis}</span>
    </a>
  );
}
