import type { ChoiceQuestion, Question, SimpleQuestion } from '../model/question.ts';
import { lettersOf } from './answer.ts';
import { askedBy, findClashes } from './checks/clashes.ts';
import type { Finding, ImportedQuestion, Problem } from './imported.ts';
import { foldText } from './text.ts';

/** Sections whose questions rest on a clause, so that 依据 is wanted. */
const sectionsWithBasis = ['党章', '党规'];

/** What is wrong or doubtful about questions that could be read: first each by itself, then against each other. */
export function lintQuestions(questions: readonly ImportedQuestion[]): Problem[] {
  const single = questions.flatMap((imported) => lintQuestion(imported.question).map((finding) => at(imported, finding)));
  return [...single, ...lintStems(questions), ...lintIds(questions)];
}

export function lintQuestion(question: Question): Finding[] {
  const choice = question.type === 'case' ? question.parts.flatMap(lintPart) : lintSimple(question);
  const missing = question.basis === '' && sectionsWithBasis.some((section) => question.section.includes(section));
  return missing
    ? [...choice, { severity: 'warning', code: 'basis-missing', message: `“${question.section}”的试题应写明依据（文件及条款）。` }]
    : choice;
}

const lintSimple = (question: SimpleQuestion): Finding[] =>
  question.type === 'single' || question.type === 'multiple' ? lintChoice(question) : [];

const lintPart = (part: SimpleQuestion, place: number): Finding[] =>
  lintSimple(part).map((finding) => ({ ...finding, message: `第 ${place + 1} 小题：${finding.message}` }));

function lintChoice(question: ChoiceQuestion): Finding[] {
  const findings: Finding[] = [];
  const letters = lettersOf(question.answer);
  if (question.type === 'single' && question.answer.length > 1) {
    findings.push({ severity: 'error', code: 'single-with-several', message: `单选题有多个答案 ${letters}。` });
  }
  if (question.type === 'multiple' && question.answer.length === 1) {
    findings.push({ severity: 'warning', code: 'multiple-with-one', message: `多选题只有一个答案 ${letters}。` });
  }
  const twins = [...Map.groupBy(question.options.keys(), (place) => question.options[place]?.trim()).values()].filter(
    (places) => places.length > 1,
  );
  for (const places of twins) {
    // Where one twin is right and the other wrong, nobody can answer.
    const unfair = new Set(places.map((place) => question.answer.includes(place))).size > 1;
    findings.push({ severity: unfair ? 'error' : 'warning', code: 'options-identical', message: `选项 ${lettersOf(places)} 完全相同。` });
  }
  return findings;
}

/** The later of two questions that contradict or repeat each other is told of the earliest such before it. */
function lintStems(questions: readonly ImportedQuestion[]): Problem[] {
  const against = clashesOf(questions);
  const seen = new Map<string, ImportedQuestion>();
  return questions.flatMap((later, place) => {
    const key = [later.question.type, foldText(later.question.stem), optionsOf(later.question)].join('\n');
    const twin = seen.get(key);
    if (!twin) seen.set(key, later);
    const clash = questions[against.get(place) ?? -1];
    if (clash)
      return [at(later, { severity: 'error', code: 'answer-contradicts', message: `与${where(clash, later)}题目相同，答案却不同。` })];
    return twin ? [at(later, { severity: 'warning', code: 'stem-repeated', message: `与${where(twin, later)}重复。` })] : [];
  });
}

/** For each place the earliest place before it that contradicts it. */
function clashesOf(questions: readonly ImportedQuestion[]): ReadonlyMap<number, number> {
  const earliest = new Map<number, number>();
  for (const [one, other] of findClashes(questions.flatMap(({ question }, place) => askedBy(question, place))))
    earliest.set(other, Math.min(one, earliest.get(other) ?? one));
  return earliest;
}

const where = (one: ImportedQuestion, seenFrom: ImportedQuestion): string =>
  `${one.sheet === seenFrom.sheet ? '' : `工作表“${one.sheet ?? ''}”`}第 ${one.row} 行`;

/** The options in an order that does not depend on where they stand. */
const optionsOf = (question: Question): string => ('options' in question ? question.options.map(foldText).toSorted().join('\n') : '');

function lintIds(questions: readonly ImportedQuestion[]): Problem[] {
  const groups = Map.groupBy(
    questions.filter(({ question }) => question.id !== ''),
    ({ question }) => question.id,
  );
  return [...groups].flatMap(([id, [, ...others]]) =>
    others.map((other) => at(other, { severity: 'error', code: 'id-repeated', message: `题目编码 ${id} 重复。` })),
  );
}

const at = ({ sheet, row }: ImportedQuestion, finding: Finding): Problem => ({ sheet, row, ...finding });
