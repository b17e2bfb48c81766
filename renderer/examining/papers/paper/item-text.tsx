import { stretchesOf } from '@shared/bank/emphasis.ts';
import { printItem, type PrintedItem } from '@shared/exam/printed/item.ts';
import type { PaperItem } from '@shared/model/exam.ts';
import { Emphasis } from '../../../ui/emphasis.tsx';
import { useWords } from '../../../words.tsx';

/** A question as the paper shows it, with its answer, its clause and where it belongs. */
export function ItemText({ item, label }: { readonly item: PaperItem; readonly label: string }) {
  const { papers: words, bank, exam } = useWords();
  const { type, section, topic, difficulty } = item.question;
  return (
    <>
      <Printed printed={printItem(item, label)} />
      <p className="soft">
        {words.paper.labels([bank.types[type], section, topic, bank.difficulties[difficulty], exam.points(item.score)])}
      </p>
    </>
  );
}

function Printed({ printed }: { readonly printed: PrintedItem }) {
  const { papers: words } = useWords();
  const { label, stem, options, answer, explanation, basis, parts } = printed;
  return (
    <>
      <p className="papers-stem">
        {label}
        <Emphasis stretches={stretchesOf(stem)} />
      </p>
      {options.length > 0 && (
        <ul className="papers-options">
          {options.map((option) => (
            <li key={option}>
              <Emphasis stretches={stretchesOf(option)} />
            </li>
          ))}
        </ul>
      )}
      {parts.map((part) => (
        <div key={part.label} className="papers-case">
          <Printed printed={part} />
        </div>
      ))}
      {parts.length === 0 && <Line name={words.paper.answer} text={answer} />}
      <Line name={words.paper.explanation} text={explanation} />
      <Line name={words.paper.basis} text={basis} />
    </>
  );
}

function Line({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <p className="papers-line">
      <strong>{name}</strong>
      <Emphasis stretches={stretchesOf(text)} />
    </p>
  );
}
