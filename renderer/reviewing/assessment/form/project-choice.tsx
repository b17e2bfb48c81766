import { useLive } from '../../../data/live.ts';
import { readClosedProjects } from '../../../data/reviewing/assessment.ts';
import { Button } from '../../../ui/button.tsx';
import { useWords } from '../../../words.tsx';

interface ProjectChoiceProps {
  readonly year: number;
  readonly chosen: readonly string[];
  readonly onChange: (projectIds: readonly string[]) => void;
}

/** Which projects take part: those of the year that are closed. */
export function ProjectChoice({ year, chosen, onChange }: ProjectChoiceProps) {
  const { assessment, app } = useWords();
  const { form: words } = assessment;
  const closed = useLive(readClosedProjects, []);
  if (!closed) return <p className="soft">{app.loading}</p>;
  const shown = closed.filter(({ projectId, facts }) => facts.year === year || chosen.includes(projectId));
  const toggle = (id: string): void => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <fieldset className="choice">
      <legend>{words.projects}</legend>
      <p className="soft">{shown.length === 0 ? words.noProjects : words.projectsHint}</p>
      {shown.length > 0 && (
        <>
          <div className="row">
            <Button onClick={() => onChange(shown.map(({ projectId }) => projectId))}>{words.chooseAll}</Button>
            <Button onClick={() => onChange([])}>{words.chooseNone}</Button>
            <span>{words.chosen(chosen.length)}</span>
          </div>
          <div className="assessment-projects">
            {shown.map(({ projectId, facts }) => (
              <label key={projectId} className="check">
                <input type="checkbox" checked={chosen.includes(projectId)} onChange={() => toggle(projectId)} />
                {`${facts.unitName} ${facts.title}`}
              </label>
            ))}
          </div>
        </>
      )}
    </fieldset>
  );
}
