import type { ProjectEvent } from '@shared/model/project-event.ts';
import { isPublished } from '@shared/projects/reviewing/publication.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { readProjectRules } from '../../../data/projects/rules.ts';
import { readPublishedMarks } from '../../../data/reviewing/publish.ts';
import { useLive } from '../../../data/live.ts';
import { minuteOf } from '../../../ui/format.ts';
import { Tag } from '../../../ui/tag.tsx';
import { useWords } from '../../../words.tsx';
import { ListTable } from '../../list-table.tsx';
import { stepText } from '../../step-text.ts';
import { stepDetails } from './step-details.ts';

/** Every step of the way, the latest first, those that were taken back too; and what came in but does not count. */
export function History({ state }: { readonly state: ProjectState }) {
  const { history } = useWords().approval;
  const { columns } = history;
  const counting = new Set(state.counting.map(({ event }) => event.id));
  return (
    <section className="card stack" aria-labelledby="history-title">
      <h3 id="history-title">{history.title}</h3>
      {state.steps.length === 0 ? (
        <p>{history.none}</p>
      ) : (
        <ListTable label={history.caption} columns={[columns.at, columns.what, columns.by, columns.text]}>
          {state.steps.toReversed().map((event) => (
            <StepRow key={event.id} event={event} isUndone={!counting.has(event.id) && event.action.kind !== 'undone'} />
          ))}
        </ListTable>
      )}
      {state.setAside.length > 0 && <SetAside setAside={state.setAside} />}
    </section>
  );
}

function StepRow({ event, isUndone }: { readonly event: ProjectEvent; readonly isUndone: boolean }) {
  const words = useWords();
  const { history } = words.approval;
  const published = useLive(readPublishedMarks, []);
  const weights = useLive(readProjectRules, [])?.weights ?? null;
  const isPaper = event.side === 'branch' && (event.action.kind === 'reviewed' || event.action.kind === 'closed');
  const isWaiting = event.side === 'bureau' && published !== undefined && !isPublished(published, 'events', event.id);
  return (
    <tr>
      <td className="reviewing-day">{minuteOf(event.at)}</td>
      <th scope="row">
        {stepText(event, words)}
        {isPaper && history.paper} {isUndone && <Tag tone="plain">{history.undone}</Tag>}{' '}
        {isWaiting && <Tag tone="warn">{history.unpublished}</Tag>}
      </th>
      <td>{`${history.sides[event.side]} ${event.by.name}`}</td>
      <td className="reviewing-long">{stepDetails(event.action, weights, words)}</td>
    </tr>
  );
}

function SetAside({ setAside }: Pick<ProjectState, 'setAside'>) {
  const words = useWords();
  const { history } = words.approval;
  const { at, what, by } = history.columns;
  return (
    <>
      <h3>{history.asideTitle}</h3>
      <p className="soft">{history.asideText}</p>
      <ListTable label={history.asideTitle} columns={[at, what, by, history.why]}>
        {setAside.map(({ event, why }, place) => (
          <tr key={`${event.id}:${place}`}>
            <td className="reviewing-day">{minuteOf(event.at)}</td>
            <th scope="row">{stepText(event, words)}</th>
            <td>{`${history.sides[event.side]} ${event.by.name}`}</td>
            <td>{history.aside[why]}</td>
          </tr>
        ))}
      </ListTable>
    </>
  );
}
