import type { ProjectEvent, TopicScores } from '@shared/model/project-event.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { minuteOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import { stepLines, stepTitle } from '../steps/step-words.ts';

interface HistoryProps {
  readonly state: ProjectState;
  readonly weights: TopicScores;
}

/** Everything that was done, the newest first, undone steps too; and what came but does not count. */
export function History({ state, weights }: HistoryProps) {
  const { history, aside } = useWords().projectApplication;
  const counting = new Set(state.counting.map(({ event }) => event.id));
  const isUndone = ({ id, action }: ProjectEvent): boolean => action.kind !== 'undone' && !counting.has(id);
  return (
    <section className="stack">
      <h2>{history.heading}</h2>
      {state.steps.length === 0 ? (
        <p className="soft">{history.empty}</p>
      ) : (
        <Steps
          label={history.heading}
          rows={state.steps.toReversed().map((event) => ({ event, note: isUndone(event) ? history.undone : '' }))}
          weights={weights}
        />
      )}
      {state.setAside.length > 0 && (
        <details>
          <summary className="project-summary">{history.aside(state.setAside.length)}</summary>
          <Steps
            label={history.aside(state.setAside.length)}
            rows={state.setAside.map(({ event, why }) => ({ event, note: ` — ${history.why}：${aside[why]}` }))}
            weights={weights}
          />
        </details>
      )}
    </section>
  );
}

interface StepsProps {
  readonly label: string;
  readonly rows: readonly { readonly event: ProjectEvent; readonly note: string }[];
  readonly weights: TopicScores;
}

function Steps({ label, rows, weights }: StepsProps) {
  const words = useWords();
  const { history, review } = words.projectApplication;
  return (
    <ScrollBox label={label} className="project-scroll">
      <table className="table">
        <thead>
          <tr>
            {[history.when, history.who, history.step, history.detail].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ event: { id, at, by, side, action }, note }, place) => (
            <tr key={`${id} ${place}`}>
              <td className="project-when">{minuteOf(at)}</td>
              <td>
                {[history[side], by.position, by.name].filter(Boolean).join(' ')}
                {side === 'branch' && (action.kind === 'reviewed' || action.kind === 'closed') && (
                  <span className="soft">（{review.keyed}）</span>
                )}
              </td>
              <td>
                {stepTitle(action, words)}
                {note}
              </td>
              <td className="project-text">{stepLines(action, words, weights).join('\n')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
