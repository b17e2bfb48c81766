import type { ReadOptions } from '../../reading.ts';
import type { CaseQuestion, SimpleQuestion } from '../../../model/question.ts';
import type { Block } from '../block.ts';
import { error, type Outcome } from './outcome.ts';
import { draftOf, readBlock, type Help } from './read-block.ts';
import { linesOfStretches } from './rendered.ts';
import { sift } from './sift.ts';

/** Reads a text with the questions on it. It is refused as a whole where one of them is. */
export function readCase(block: Block, help: Help, options: ReadOptions): Outcome {
  const sifted = sift(block, 'emphasised');
  const draft = { ...draftOf(sifted, options), type: 'case' as const };
  if (draft.stem === '') return { kind: 'refused', draft, findings: [error('stem-missing', '案例缺少材料。')] };
  const keyed = answersOfParts(help.keyed || sifted.answer, block.parts.length);
  const read = block.parts.map((part, place) => readBlock(part, { ...help, keyed: keyed[place] ?? '' }, options));
  const refused = read.flatMap((outcome, place) =>
    outcome.kind === 'refused'
      ? outcome.findings.map((finding) => ({ ...finding, message: `第 ${place + 1} 小题：${finding.message}` }))
      : [],
  );
  if (refused.length > 0) return { kind: 'refused', draft: { ...draft, stem: wholeText(block) }, findings: refused };
  const accepted = read.flatMap((outcome) => (outcome.kind === 'question' ? [outcome] : []));
  const { section, topic, basis, stem, explanation } = draft;
  const parts = accepted.map(({ question }): SimpleQuestion => ({ ...question, section, topic, basis }));
  const scores = accepted.map(({ score }) => score);
  const weights = scores.every((score) => score !== null) ? scores : parts.map(() => 1);
  const question: CaseQuestion = { id: '', section, topic, stem, explanation, basis, difficulty: 'medium', type: 'case', parts, weights };
  return { kind: 'question', question, score: sifted.score, findings: accepted.flatMap(({ findings }) => findings) };
}

/** The material with everything that follows it, for the person who mends it. */
const wholeText = (block: Block): string =>
  [block, ...block.parts]
    .flatMap((own) => [linesOfStretches(own.stem), ...own.options.map(({ text }) => linesOfStretches(text))])
    .filter(Boolean)
    .join('\n');

/** （1）A（2）B · 1.甲 2.乙 · B B D: one answer each, or none where they cannot be told apart. */
function answersOfParts(answer: string, parts: number): string[] {
  if (answer === '' || parts === 0) return [];
  const texts: string[] = [];
  let from = 0;
  for (let number = 1; number <= parts; number += 1) {
    const sign = new RegExp(
      `(?:^|(?<![\\d.]))(?:[（(]\\s?${number}\\s?[)）]|${number}\\s?[.、．)）](?!\\d)|问题\\s?${number}\\s?[:：]?|${String.fromCharCode(0x245f + number)})`,
      'g',
    );
    sign.lastIndex = from;
    const found = sign.exec(answer);
    if (!found) break;
    if (number > 1) texts.push(answer.slice(from, found.index).trim());
    from = found.index + found[0].length;
    if (number === parts) texts.push(answer.slice(from).trim());
  }
  if (texts.length === parts) return texts;
  const groups = answer.trim().split(/\s+/);
  return groups.length === parts && groups.every((group) => /^[A-L√×]+$/.test(group)) ? groups : [];
}
