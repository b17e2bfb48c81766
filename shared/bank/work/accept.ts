import type { BankEntry } from '../../model/bank.ts';
import { withId } from '../identity.ts';
import { proposed, sameQuestion } from './stage.ts';

/**
 * What accepting a staged entry means for the bank. new: it belongs to the bank now · change: the entry that it matches
 * takes its form, and it goes · known: the bank has it just so, and it goes · ask: the bank has it in a form that the
 * person has not seen beside it, so that it waits · none: it is no question.
 */
export type Acceptance =
  | { readonly kind: 'new'; readonly entry: BankEntry }
  | { readonly kind: 'change'; readonly entry: BankEntry }
  | { readonly kind: 'known' | 'none' }
  | { readonly kind: 'ask'; readonly entry: BankEntry };

/** `known` is the entry that the staged one matches now, or null. */
export function acceptEntry(staged: BankEntry, known: BankEntry | null): Acceptance {
  if (!staged.question || staged.state !== 'staged') return { kind: 'none' };
  if (!known?.question) return { kind: 'new', entry: { ...staged, state: 'kept', matches: null } };
  const question = withId(proposed(staged.question, known.question), known.id);
  if (sameQuestion(question, known.question) && known.state === 'kept') return { kind: 'known' };
  if (staged.matches !== known.id || known.state === 'staged') return { kind: 'ask', entry: { ...staged, matches: known.id } };
  const { origin, findings, score } = staged;
  return { kind: 'change', entry: { ...known, question, draft: null, state: 'kept', origin, findings, score: score ?? known.score } };
}
