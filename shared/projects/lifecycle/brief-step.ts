import type { ProjectEvent } from '../../model/project-event.ts';

/** A step without the plan and the long texts that were handed in with it: of thousands so much can be kept in memory, and it tells the stage. */
export function briefStep(event: ProjectEvent): ProjectEvent {
  const { action } = event;
  if (action.kind !== 'submitted') return event;
  const project = { ...action.submission.project, background: '', problem: '', measures: '', effect: '', outcome: '', indicators: [] };
  return { ...event, action: { ...action, submission: { ...action.submission, project, nodes: [] } } };
}
