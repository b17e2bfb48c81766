import { reviewStages, type ProjectStage } from '@shared/model/project-event.ts';
import type { ProjectState } from '@shared/projects/lifecycle/state.ts';
import { useWords } from '../../words.tsx';

const places = ['submitted', ...reviewStages, 'approved', 'closed', 'assessed'] as const;
type Place = (typeof places)[number];

/** How many places of the rail are behind the project. */
const passed: Record<ProjectStage, number> = {
  draft: 0,
  returned: 0,
  departmentReview: 1,
  leaderReview: 2,
  committeeReview: 3,
  approved: 5,
  closingRequested: 5,
  closed: 6,
  assessed: 7,
  terminated: 0,
};

/** 三审立项 and what follows as one line of places: what is behind, and where the project is. */
export function StageRail({ state }: { readonly state: ProjectState }) {
  const { projectApplication, projects } = useWords();
  const { rail } = projectApplication;
  const done = passed[state.stage];
  const isOver = state.stage === 'terminated';
  const title = (place: Place): string =>
    place === 'departmentReview' || place === 'leaderReview' || place === 'committeeReview' ? projects.review[place] : rail[place];
  return (
    <ol className="stage-rail" aria-label={rail.label}>
      {places.map((place, n) => {
        const mark = n < done ? 'done' : n === done && !isOver ? 'now' : 'waiting';
        return (
          <li key={place} className={`stage-place stage-${mark}`} aria-current={mark === 'now' ? 'step' : undefined}>
            <strong>
              <span aria-hidden>{{ done: '✓', now: '◐', waiting: '○' }[mark]} </span>
              {title(place)}
              <span className="visually-hidden">（{rail[mark]}）</span>
            </strong>
            <PlaceNote place={place} state={state} />
          </li>
        );
      })}
    </ol>
  );
}

function PlaceNote({ place, state }: { readonly place: Place; readonly state: ProjectState }) {
  const { rail, outcome } = useWords().projectApplication;
  switch (place) {
    case 'submitted':
      return state.submission && <span className="soft">{rail.revision(state.revision)}</span>;
    case 'approved':
      return <span className="soft">{state.approvedOn}</span>;
    case 'closed':
      return <span className="soft">{state.closing?.decision?.outcome === 'closed' && state.closing.decision.date}</span>;
    case 'assessed':
      return <span className="soft">{state.assessment?.grade}</span>;
    default: {
      const review = state.reviews.find(({ stage }) => stage === place);
      return (
        review && (
          <>
            <span>{outcome[review.outcome]}</span>
            <span className="soft">{review.date}</span>
          </>
        )
      );
    }
  }
}
