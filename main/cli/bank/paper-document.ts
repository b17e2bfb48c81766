import { comparePapers } from '@shared/exam/assembly/compare.ts';
import { withoutEmphasis } from '@shared/bank/emphasis.ts';
import type { PrintedItem } from '@shared/exam/printed/item.ts';
import { printPaper } from '@shared/exam/printed/paper.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { Question } from '@shared/model/question.ts';
import type { DrawnPaper, DrawnPapers } from './draw-papers.ts';

/** One paper as it is; of two, both with what they have in common and how they compare. */
export function papersDocument({ papers, notes, difficultyNotes, sameTopics }: Extract<DrawnPapers, { ok: true }>) {
  const [first, ...others] = papers;
  if (!first) throw new Error('nothing was drawn');
  const lacks = difficultyNotes.length > 0 ? { difficultyNotes } : {};
  if (others.length === 0) return { ...paperDocument(first.paper), notes, ...lacks };
  const { coverage, means, shared } = comparePapers(papers.map(({ paper }) => paper));
  const { title, blueprint, seed, minutes } = paperDocument(first.paper);
  const both = papers.map(({ variant, paper }) => ({ variant, ...paperDocument(paper) }));
  return { title, blueprint, seed, minutes, papers: both, coverage, meanDifficulty: means, shared, sameTopics, notes, ...lacks };
}

/** Options stand as on the paper; `answer` is by the letters that the paper shows. */
function paperDocument(made: Paper) {
  const answers = printPaper(made).parts.flatMap((part) => part.items);
  const items = made.items.map(({ question, optionOrder, score }, n) => ({
    number: n + 1,
    id: question.id,
    type: question.type,
    section: question.section,
    score,
    stem: question.stem,
    options: 'options' in question ? optionOrder.map((option) => question.options[option]) : [],
    ...answerOf(question, answers[n]),
  }));
  return { id: made.id, title: made.title, blueprint: made.blueprintId, seed: made.seed, minutes: made.minutes, items };
}

/** A case has parts in place of an answer; each as on the paper. */
function answerOf(question: Question, printed: PrintedItem | undefined) {
  if (question.type === 'case') return { parts: printed?.parts.map(({ stem, options, answer }) => ({ stem, options, answer })) ?? [] };
  return { answer: 'options' in question ? Array.from(printed?.answer ?? '') : question.answer };
}

/** The paper to read, without its answers. */
export function paperLines({ paper, variant }: DrawnPaper): string[] {
  const { title, parts } = printPaper(paper, variant);
  return [title, ...parts.flatMap((part) => [part.heading, ...part.items.flatMap(itemLines)])];
}

const itemLines = ({ label, stem, options, parts }: PrintedItem): string[] => [
  withoutEmphasis(label + stem),
  ...options.map(withoutEmphasis),
  ...parts.flatMap(itemLines),
];
