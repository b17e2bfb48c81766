import type { BankBlock, BankEntry } from '../../model/bank.ts';
import type { Difficulty, QuestionType } from '../../model/question.ts';
import type { ProblemCode } from '../imported.ts';
import { problemsOf } from '../work/problems.ts';
import type { Initials } from './initials.ts';
import { searchForm, spokenTexts, textsOf } from './text.ts';

/** What the filters of a list ask about an entry. */
export interface EntryFacts {
  readonly id: string;
  readonly section: string;
  readonly topic: string;
  readonly type: QuestionType | null;
  readonly difficulty: Difficulty | null;
  readonly state: BankEntry['state'];
  readonly batchId: string | null;
  /** Of a staged row: no question yet, new to the bank, or another form of what it has; null for what belongs to the bank. */
  readonly about: 'refused' | 'new' | 'changed' | null;
  readonly problems: readonly ProblemCode[];
}

/** The entries of a block as they are searched. */
export interface BlockTexts {
  readonly id: string;
  readonly place: number;
  readonly facts: readonly EntryFacts[];
  /** Everything by which each is found. */
  readonly texts: readonly string[];
  /** What each is read as, see Initials. */
  readonly initials: readonly string[];
}

export function blockTexts({ id, place, entries }: BankBlock, initials: Initials): BlockTexts {
  return {
    id,
    place,
    facts: entries.map(factsOf),
    texts: entries.map((entry) => searchForm(textsOf(entry).join('\n'))),
    initials: entries.map((entry) => initials.of(searchForm(spokenTexts(entry).join('\n')))),
  };
}

function factsOf(entry: BankEntry): EntryFacts {
  const { id, question, draft, state, origin } = entry;
  return {
    id,
    section: question?.section ?? draft?.section ?? '',
    topic: question?.topic ?? draft?.topic ?? '',
    type: question?.type ?? draft?.type ?? null,
    difficulty: question?.difficulty ?? null,
    state,
    batchId: origin?.batchId ?? null,
    about: aboutOf(entry),
    problems: [...new Set(problemsOf(entry).map(({ code }) => code))],
  };
}

function aboutOf({ state, question, matches }: BankEntry): EntryFacts['about'] {
  if (state !== 'staged') return null;
  if (!question) return 'refused';
  return matches === null ? 'new' : 'changed';
}
