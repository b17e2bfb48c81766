import type { Question } from '@shared/model/question.ts';
import type { PackageContents } from '../../sync/store/block-content.ts';

/** Questions in a full block: small enough that a correction moves little, large enough that a bank is few files. */
const blockSize = 500;

/** The contents of one block and its number, which is also its name. */
export interface Block {
  readonly number: number;
  /** 板块 of all its questions; '' in packages that are no banks. */
  readonly section: string;
  readonly contents: PackageContents;
}

interface QuestionBlock {
  readonly number: number;
  readonly section: string;
  readonly questions: readonly Question[];
}

/** Divides a package into blocks so that what did not change keeps its block. */
export function arrange(before: readonly Block[], contents: PackageContents): readonly Block[] {
  if (contents.kind !== 'bank') return [{ number: 1, section: '', contents }];
  const banks = before.map(({ number, section, contents: old }) => ({ number, section, questions: questionsOf(old) }));
  return arrangeQuestions(banks, contents.items.questions).map(({ number, section, questions }) => ({
    number,
    section,
    contents: { kind: 'bank', items: { questions } },
  }));
}

/** Known questions stay where they are, withdrawn ones leave, new ones fill the last block of their section. */
function arrangeQuestions(before: readonly QuestionBlock[], questions: readonly Question[]): QuestionBlock[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const kept = before.map((block) => ({ ...block, questions: block.questions.flatMap((old) => stillIn(block.section, byId.get(old.id))) }));
  const placed = new Set(kept.flatMap((block) => block.questions.map(({ id }) => id)));
  const fresh = Map.groupBy(
    questions.filter(({ id }) => !placed.has(id)),
    ({ section }) => section,
  );
  let next = Math.max(0, ...before.map(({ number }) => number)) + 1;
  const blocks = [...new Set(questions.map(({ section }) => section))].flatMap((section) => {
    const own = kept.filter((block) => block.section === section && block.questions.length > 0);
    const filled = fill(own, section, fresh.get(section) ?? [], next);
    next = Math.max(next, ...filled.map(({ number }) => number + 1));
    return filled;
  });
  return blocks;
}

const stillIn = (section: string, question: Question | undefined): Question[] => (question?.section === section ? [question] : []);

function fill(own: readonly QuestionBlock[], section: string, fresh: readonly Question[], next: number): QuestionBlock[] {
  const last = own.at(-1);
  const room = last ? Math.max(0, blockSize - last.questions.length) : 0;
  const topped = last ? [...own.slice(0, -1), { ...last, questions: [...last.questions, ...fresh.slice(0, room)] }] : [];
  const rest = fresh.slice(room);
  const opened = Array.from({ length: Math.ceil(rest.length / blockSize) }, (_, place) => ({
    number: next + place,
    section,
    questions: rest.slice(place * blockSize, (place + 1) * blockSize),
  }));
  return [...topped, ...opened];
}

const questionsOf = (contents: PackageContents): readonly Question[] => (contents.kind === 'bank' ? contents.items.questions : []);
