import { fullOf } from '@shared/exam/points.ts';
import type { StoredPaper } from '@shared/model/examining.ts';
import { readFinalPapers } from '../../../data/examining/exams.ts';
import { useLive } from '../../../data/live.ts';
import { hrefOf } from '../../../route.ts';
import { useWords } from '../../../words.tsx';
import type { FieldsProps } from './exam-form.tsx';

/** Which final paper is sat, or both of a pair. */
export function PaperFields({ form, onChange }: FieldsProps) {
  const { exams, app } = useWords();
  const words = exams.form;
  const papers = useLive(readFinalPapers, []);
  const draws = papers && [...Map.groupBy(papers, ({ pairId }) => pairId).values()];
  return (
    <fieldset className="choice">
      <legend>{words.paper}</legend>
      {!draws && <p className="soft">{app.loading}</p>}
      {draws?.length === 0 && (
        <>
          <p>{words.noPapers}</p>
          <div>
            <a className="button" href={hrefOf('examining', 'papers')}>
              {exams.list.toPapers}
            </a>
          </div>
        </>
      )}
      {draws?.map((draw) => (
        <Draw key={draw[0]?.id} draw={draw} chosen={form.paperIds} onChoose={(paperIds) => onChange({ paperIds })} />
      ))}
    </fieldset>
  );
}

interface DrawProps {
  readonly draw: readonly StoredPaper[];
  readonly chosen: readonly string[];
  readonly onChoose: (paperIds: readonly string[]) => void;
}

/** The papers of one draw: both together, or one alone. */
function Draw({ draw, chosen, onChoose }: DrawProps) {
  const words = useWords().exams.form;
  const [first] = draw;
  if (!first) return null;
  const { paper } = first;
  const choices = [...(draw.length > 1 ? [draw] : []), ...draw.map((one) => [one])];
  return (
    <div>
      <strong className="examining-long">{paper.title}</strong>
      <p className="soft">{words.paperFacts(paper.items.length, fullOf(paper.items), paper.minutes)}</p>
      {choices.map((choice) => {
        const ids = choice.map(({ id }) => id);
        return (
          <label key={ids.join()} className="check">
            <input type="radio" name="paper" checked={ids.join() === chosen.join()} onChange={() => onChoose(ids)} />
            <ChoiceName choice={choice} />
          </label>
        );
      })}
    </div>
  );
}

function ChoiceName({ choice }: { readonly choice: readonly StoredPaper[] }) {
  const words = useWords().exams.form;
  const [first] = choice;
  if (choice.length > 1) return <span>{words.bothVariants}</span>;
  return <span>{first?.variant ? words.onlyVariant(first.variant) : words.onePaper}</span>;
}
