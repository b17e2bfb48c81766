import { choiceAnswer, judgeAnswer, judgementOf } from '../../answer.ts';
import type { Draft } from '../../imported.ts';
import { takeJudgement, takeLetters, type MarkedStem } from '../../stem.ts';
import { accept, commonOf, refuse } from './accept.ts';
import { error, shorten, type SimpleOutcome } from './outcome.ts';
import type { Sifted } from './sift.ts';

/** Reads a statement; it is judged behind a label or in the brackets at its end. */
export function readJudge(sifted: Sifted, draft: Draft): SimpleOutcome {
  const marked = takeMark(sifted);
  const cell = sifted.answer || marked.mark;
  if (cell === '') return refuse(draft, error('answer-missing', '缺少正确答案。'));
  const judged = byOption(cell, sifted) ?? judgeAnswer(cell);
  if (judged.value === null)
    return refuse(draft, error('answer-not-understood', `看不懂判断题的答案“${shorten(cell)}”，请填“正确”或“错误”。`));
  const inStem = marked.mark === '' ? null : (byOption(marked.mark, sifted)?.value ?? judgementOf(marked.mark));
  if (inStem !== null && inStem !== judged.value)
    return refuse(draft, error('answer-not-understood', `题干后的“${marked.mark}”与答案“${shorten(cell)}”不一致。`));
  const explanation = [draft.explanation, judged.remark].filter(Boolean).join('\n');
  return accept({ ...commonOf({ ...draft, explanation }, marked.stem, sifted), type: 'judge', answer: judged.value }, sifted, []);
}

/** The judgement at the end of the stem, or the letter of its option: …（B） above A、正确 B、错误. */
function takeMark({ stem, options }: Sifted): MarkedStem {
  const judged = takeJudgement(stem);
  return judged.mark === '' && options.length === 2 ? takeLetters(stem) : judged;
}

/** A letter means its option: in some forms A is 错误. */
function byOption(cell: string, { options }: Sifted): { value: boolean | null; remark: string } | null {
  if (options.length !== 2 || !/^\s*[A-Ba-bＡＢａｂ]\s*[。.]?\s*$/.test(cell)) return null;
  const place = choiceAnswer(cell, options)?.[0];
  const chosen = options.find((option) => option.place === place);
  return { value: chosen ? judgementOf(chosen.text) : null, remark: '' };
}
