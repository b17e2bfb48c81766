import type { BankEntry } from '../../model/bank.ts';
import type { ChoiceQuestion, Question } from '../../model/question.ts';
import { judgeAnswer } from '../answer.ts';
import type { Draft, ProblemCode } from '../imported.ts';
import { commonOf, questionOfDraft } from './draft-question.ts';
import { withQuestion } from './edits.ts';

/** What a mend does, as its button says it. */
export type MendKind = 'to-multiple' | 'to-single' | 'drop-twin' | 'to-judge' | 'swap-answer' | 'basis-from-explanation' | 'keep-as-read';

export interface Mend {
  readonly kind: MendKind;
  readonly entry: BankEntry;
}

type Mender = (entry: BankEntry) => Mend | null;

/** Problems that can be mended without knowing the subject. What has to be looked up has no entry here. */
const menders: { readonly [C in ProblemCode]?: Mender } = {
  'single-with-several': (entry) => choiceMend(entry, 'to-multiple', toMultiple),
  'multiple-with-one': (entry) => choiceMend(entry, 'to-single', toSingle),
  'options-identical': (entry) => choiceMend(entry, 'drop-twin', withoutTwins),
  'basis-missing': basisFromExplanation,
  'answer-not-understood': (entry) => judgeWords(entry) ?? swapAnswer(entry),
  'options-missing': judgeWords,
  'option-gap': (entry) => keepAsRead(entry, 'option-gap'),
  'difficulty-unknown': (entry) => keepAsRead(entry, 'difficulty-unknown'),
  'blank-count': (entry) => keepAsRead(entry, 'blank-count'),
};

/** How a problem of an entry can be mended at one stroke, or null where only a person knows. */
export const mendFor = (code: ProblemCode, entry: BankEntry): Mend | null => menders[code]?.(entry) ?? null;

type Choice = ChoiceQuestion | null;

function choiceMend(entry: BankEntry, kind: MendKind, mend: (question: ChoiceQuestion) => Choice): Mend | null {
  const { question } = entry;
  if (question?.type !== 'single' && question?.type !== 'multiple') return null;
  const result = mend(question);
  return result && mended(entry, kind, result);
}

const toMultiple = (question: ChoiceQuestion): Choice =>
  question.type === 'single' && question.answer.length > 1 ? { ...question, type: 'multiple' } : null;

const toSingle = (question: ChoiceQuestion): Choice =>
  question.type === 'multiple' && question.answer.length === 1 ? { ...question, type: 'single' } : null;

/** Of options that say the same, the first stays. Not where one is right and the other wrong, and not where fewer than two remain. */
function withoutTwins(question: ChoiceQuestion): Choice {
  const { options, answer } = question;
  const firsts = new Map<string, number>();
  for (const [place, option] of options.entries()) if (!firsts.has(option.trim())) firsts.set(option.trim(), place);
  const kept = [...firsts.values()];
  const isFair = options.every((option, place) => answer.includes(place) === answer.includes(firsts.get(option.trim()) ?? place));
  if (!isFair || kept.length < 2 || kept.length === options.length) return null;
  const newAnswer = kept.flatMap((place, at) => (answer.includes(place) ? [at] : []));
  return { ...question, options: kept.map((place) => options[place] ?? ''), answer: newAnswer };
}

/** 依据 often stands at the head of the explanation: 《…》第…条. */
const clause = /《[^《》]{2,40}》(?:[（(][^（()）]{1,20}[）)])?第[零〇一二三四五六七八九十百\d]+条(?:第[一二三四五六七八九十\d]+款)?/;

function basisFromExplanation(entry: BankEntry): Mend | null {
  const { question } = entry;
  const basis = question?.basis === '' ? clause.exec(question.explanation)?.[0] : undefined;
  return question && basis !== undefined ? mended(entry, 'basis-from-explanation', { ...question, basis }) : null;
}

/** A judgement whose answer is said in other words than those of the list, or that was taken for a choice without options. */
function judgeWords(entry: BankEntry): Mend | null {
  const { draft } = entry;
  if (!draft || draft.options.length > 0 || (draft.type !== 'judge' && draft.type !== 'single' && draft.type !== null)) return null;
  const value = judgeAnswer(draft.answer).value ?? saidAsJudgement(draft.answer);
  if (value === null || (draft.type !== 'judge' && /^[a-b01]$/i.test(draft.answer.trim()))) return null;
  return mended(entry, 'to-judge', { ...commonOf(draft, entry.id), type: 'judge', answer: value });
}

function saidAsJudgement(answer: string): boolean | null {
  const text = answer
    .normalize('NFKC')
    .replace(/[\s。.,!]/g, '')
    .toLowerCase();
  if (/^(?:(?:说法|表述|观点|这)?(?:是)?(?:正确|对)的?|是的|right|correct|√+)$/.test(text)) return true;
  return /^(?:(?:说法|表述|观点|这)?(?:是)?(?:错误|错|不正确|不对)的?|不是|wrong|incorrect|×+)$/.test(text) ? false : null;
}

/** Answer and explanation in each other's column. */
function swapAnswer(entry: BankEntry): Mend | null {
  const { draft } = entry;
  if (!draft || !/^[A-La-l\s,，、]{1,30}$/.test(draft.explanation.trim())) return null;
  const swapped: Draft = { ...draft, answer: draft.explanation, explanation: draft.answer };
  const question = questionOfDraft(swapped, entry.id);
  return question && mended(entry, 'swap-answer', question);
}

/** The clerk has looked at it, and it is right as it was read. */
function keepAsRead(entry: BankEntry, code: ProblemCode): Mend | null {
  const findings = entry.findings.filter((finding) => finding.code !== code);
  return entry.question && findings.length < entry.findings.length ? { kind: 'keep-as-read', entry: { ...entry, findings } } : null;
}

/** Findings about other things stay; those of a row that was none are settled by its being a question. */
function mended(entry: BankEntry, kind: MendKind, question: Question): Mend {
  const made = withQuestion(entry, question);
  return { kind, entry: entry.question ? { ...made, findings: entry.findings } : made };
}
