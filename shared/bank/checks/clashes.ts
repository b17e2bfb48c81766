import type { ChoiceQuestion, Question, SimpleQuestion } from '../../model/question.ts';
import { contradict } from '../contradictions.ts';
import { foldText } from '../text.ts';

/** A question as it is asked; a part of a case together with the text of its case. `at` is the entry that it belongs to. */
export interface Asked {
  readonly at: number;
  readonly question: SimpleQuestion;
}

/** The questions that an entry asks. */
export function askedBy(question: Question, at: number): Asked[] {
  if (question.type !== 'case') return [{ at, question }];
  return question.parts.map((part) => ({ at, question: { ...part, stem: `${question.stem}\n${part.stem}` } }));
}

/** More pairs than a person can look at: ten thousand forms of one question would be fifty million. */
const mostClashes = 20_000;

/** Pairs of entries (the smaller first) that ask the same and cannot both be right; of very many the first. */
export function findClashes(asked: readonly Asked[]): (readonly [number, number])[] {
  const sameStem = Map.groupBy(asked, ({ question }) => foldText(question.stem));
  const pairs = new Map<string, readonly [number, number]>();
  for (const group of sameStem.values()) {
    if (group.length < 2) continue;
    for (const [one, other] of candidates(group)) {
      if (one.at === other.at || !contradict(one.question, other.question)) continue;
      const pair = one.at < other.at ? ([one.at, other.at] as const) : ([other.at, one.at] as const);
      pairs.set(pair.join('/'), pair);
      if (pairs.size >= mostClashes) return [...pairs.values()];
    }
  }
  return [...pairs.values()];
}

/** A stem such as “下列说法正确的是” may come a thousand times with other options: only those that share an option can clash. */
function* candidates(group: readonly Asked[]): Generator<readonly [Asked, Asked]> {
  for (const type of ['single', 'multiple'] as const) yield* choiceCandidates(group, type);
  yield* between(
    group.filter(({ question }) => question.type === 'judge' && question.answer),
    group.filter(({ question }) => question.type === 'judge' && !question.answer),
  );
  yield* otherwiseAnswered(group.filter(({ question }) => question.type === 'blank'));
}

function* choiceCandidates(group: readonly Asked[], type: ChoiceQuestion['type']): Generator<readonly [Asked, Asked]> {
  const right = new Map<string, Asked[]>();
  const wrong = new Map<string, Asked[]>();
  for (const asked of group) {
    const { question } = asked;
    if (question.type !== type) continue;
    for (const [place, option] of question.options.entries()) {
      const texts = question.answer.includes(place) ? right : wrong;
      const folded = foldText(option);
      const known = texts.get(folded);
      if (known) known.push(asked);
      else texts.set(folded, [asked]);
    }
  }
  for (const [option, ones] of right) yield* between(ones, wrong.get(option) ?? []);
}

function* between(ones: readonly Asked[], others: readonly Asked[]): Generator<readonly [Asked, Asked]> {
  for (const one of ones) for (const other of others) yield [one, other];
}

/** Blanks with the very same answers agree. */
function* otherwiseAnswered(group: readonly Asked[]): Generator<readonly [Asked, Asked]> {
  const sameAnswer = [...Map.groupBy(group, ({ question }) => JSON.stringify(question.answer)).values()];
  for (const [place, others] of sameAnswer.entries()) {
    for (const ones of sameAnswer.slice(0, place)) yield* between(ones, others);
  }
}
