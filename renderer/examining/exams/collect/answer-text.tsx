import { lettersOf } from '@shared/exam/answering.ts';
import type { PaperItem } from '@shared/model/exam.ts';
import type { Answer, SimpleAnswer } from '@shared/model/question.ts';
import type { Messages } from '@shared/messages/index.ts';
import { useWords } from '../../../words.tsx';

/** An answer in one line, with the letters that the paper shows. */
export function AnswerText({ item, answer }: { readonly item: PaperItem; readonly answer: Answer | null }) {
  const words = useWords().collecting.conflicts;
  return <>{answer === null ? words.noAnswer : textOf(item, answer, words)}</>;
}

type Words = Messages['collecting']['conflicts'];

function textOf(item: PaperItem, answer: Answer, words: Words): string {
  if (answer.kind !== 'parts') return simpleText(item, answer, words);
  return answer.answers
    .map((part, place) => (part === null ? words.noAnswer : simpleText({ optionOrder: item.partOrders?.[place] ?? [] }, part, words)))
    .join('；');
}

function simpleText(item: Pick<PaperItem, 'optionOrder'>, answer: SimpleAnswer, words: Words): string {
  switch (answer.kind) {
    case 'options':
      return lettersOf(item, answer.chosen).join('') || words.noAnswer;
    case 'judge':
      return answer.value ? words.right : words.wrong;
    case 'blanks':
      return answer.texts.join('｜');
    case 'text':
      return answer.text;
  }
}
