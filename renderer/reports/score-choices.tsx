import { useSession } from '../session.tsx';
import { useWords } from '../words.tsx';
import type { ScoreChoice } from './choice.ts';

interface ScoreChoicesProps {
  readonly choice: ScoreChoice;
  readonly onChoice: (choice: ScoreChoice) => void;
}

/** Whose results and from when. */
export function ScoreChoices({ choice, onChoice }: ScoreChoicesProps) {
  const { reports } = useWords();
  const { person } = useSession();
  const who = { me: reports.onlyMe(person.name), unit: reports.unit(person.unitName) } as const;
  return (
    <div className="choices">
      <fieldset className="choice">
        <legend>{reports.who}</legend>
        {(['me', 'unit'] as const).map((name) => (
          <label key={name} className="check">
            <input type="radio" name="who" checked={choice.who === name} onChange={() => onChoice({ ...choice, who: name })} />
            <span className="choice-label">{who[name]}</span>
          </label>
        ))}
      </fieldset>
      <fieldset className="choice">
        <legend>{reports.period}</legend>
        <div className="row">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="row">
              {reports[end]}
              <input
                type="date"
                className="input"
                value={choice[end]}
                onChange={(event) => onChoice({ ...choice, [end]: event.target.value })}
              />
            </label>
          ))}
        </div>
        <p className="soft">{reports.allPeriod}</p>
      </fieldset>
    </div>
  );
}
