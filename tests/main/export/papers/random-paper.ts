import { pick, seedFrom, type Dice } from '@shared/exam/random.ts';
import type { Paper, PaperItem } from '@shared/model/exam.ts';
import type { SimpleQuestion } from '@shared/model/question.ts';
import { blank, caseOf, choice, judge, short } from '../../../shared/exam/questions.ts';

/**
 * A paper of many kinds and lengths of questions, the same for the same seed. Each stem holds a word of its own, `q7s`, and
 * each option one too, `q7o0`: they are found again on the printed page.
 */
export function randomPaper(seed: number): Paper {
  const dice = seedFrom(seed);
  const count = 25 + dice(40);
  const items = Array.from({ length: count }, (_, n) => randomItem(`q${n + 1}`, dice));
  return { id: 'p', title: '示例供电局2026年第三季度党务知识考试试卷', blueprintId: 'b', seed, minutes: 60, items };
}

function randomItem(name: string, dice: Dice): PaperItem {
  const kind = dice(12);
  if (kind === 11) {
    const parts = Array.from({ length: 2 + dice(2) }, (_, n) => randomSimple(`${name}p${n + 1}`, dice));
    const question = { ...caseOf(name, parts), stem: `${text(dice, 260)}\n${text(dice, 120)} ${name}m` };
    return { question, optionOrder: [], partOrders: parts.map(orderOf), score: 6 };
  }
  const question = randomSimple(name, dice);
  return { question, optionOrder: orderOf(question), score: 1 + dice(3) };
}

const orderOf = (question: SimpleQuestion): number[] => ('options' in question ? question.options.map((_, option) => option) : []);

function randomSimple(name: string, dice: Dice): SimpleQuestion {
  const stem = `${text(dice, 90)} ${name}s`;
  const kind = dice(10);
  if (kind === 0) return { ...judge(name, true), stem };
  if (kind === 1) return { ...blank(name, [['甲'], ['示例负责人']]), stem: `填____和____，${stem}` };
  if (kind === 2) return { ...short(name), stem, answer: text(dice, 200) };
  const longest = [4, 12, 30, 80][dice(4)] ?? 4;
  const options = Array.from({ length: 3 + dice(4) }, (_, n) => `${text(dice, longest)} ${name}o${n}`);
  return choice(name, [0], { stem, options, explanation: text(dice, 120), basis: '《示例条例》第三条' });
}

const characters = Array.from('示例工作流程要求按时召开会议形成记录并存档备查负责人应当签字确认');
const text = (dice: Dice, most: number): string =>
  Array.from({ length: 1 + dice(most) }, () => pick(characters, 1, dice)[0] ?? '').join('');
