import type { ProjectAction, ProjectEvent, ProjectStage } from '@shared/model/project-event.ts';

/**
 * An independent model of the way: every step that counts is a letter, what is allowed is a regular language, and where the
 * project stands is read off its last letter.
 * S handed in · W taken back · d l c passed by department, leader, committee · D L C returned by them · Q asks to close ·
 * w takes that back · X closed · Y not closed · A assessed · T terminated
 */
const failed = '(?:S(?:W|D|dW|dL|dlW|dlC))*';
const approved = 'Sdlc(?:Qw|QY)*';
const words = [`${failed}(?:S|Sd|Sdl|${approved}(?:Q|QXA?)?)?`, `${failed}(?:S|Sd|Sdl|${approved}Q?)T`, `${failed}S(?:D|dL|dlC)T`];
const language = new RegExp(`^(?:${words.join('|')})$`);

const stages: Record<string, ProjectStage> = {
  '': 'draft',
  S: 'departmentReview',
  W: 'draft',
  d: 'leaderReview',
  l: 'committeeReview',
  c: 'approved',
  D: 'returned',
  L: 'returned',
  C: 'returned',
  Q: 'closingRequested',
  w: 'approved',
  X: 'closed',
  Y: 'approved',
  A: 'assessed',
  T: 'terminated',
};

/** Steps that count, oldest first. */
export type Word = readonly { readonly letter: string; readonly event: ProjectEvent }[];

export const spelled = (word: Word): string => word.map(({ letter }) => letter).join('');

export const stageOf = (word: Word): ProjectStage | undefined => stages[word.at(-1)?.letter ?? ''];

export const isAllowed = (word: Word): boolean => language.test(spelled(word));

/** The word after an event; null where it is not allowed. */
export function tried(word: Word, event: ProjectEvent): Word | null {
  const last = word.at(-1);
  const { action, side } = event;
  if (action.kind === 'undone') return last?.event.id === action.of && last.event.side === side ? word.slice(0, -1) : null;
  if (['submitted', 'withdrawn', 'closingRequested'].includes(action.kind) && side === 'bureau') return null;
  if (action.kind === 'assessed' && side === 'branch') return null;
  const rounds = word.filter(({ letter }) => letter === 'S').length;
  if (action.kind === 'submitted' && action.submission.revision !== rounds + 1) return null;
  const longer = [...word, { letter: letterOf(action, last?.letter), event }];
  return isAllowed(longer) ? longer : null;
}

function letterOf(action: Exclude<ProjectAction, { readonly kind: 'undone' }>, last: string | undefined): string {
  switch (action.kind) {
    case 'reviewed': {
      const small = { departmentReview: 'd', leaderReview: 'l', committeeReview: 'c' }[action.review.stage];
      return action.review.outcome === 'return' ? small.toUpperCase() : small;
    }
    case 'withdrawn':
      return last === 'Q' ? 'w' : 'W';
    case 'closed':
      return action.outcome === 'closed' ? 'X' : 'Y';
    default:
      return { submitted: 'S', closingRequested: 'Q', assessed: 'A', terminated: 'T' }[action.kind];
  }
}
