/** 12, 3.5%, 十二, 二分之一, and the words by which a statement turns into its opposite. */
const figure = '\\d+(?:\\.\\d+)?%?|[零〇一二三四五六七八九十百千万亿两半]+';
const negation = '不|非|无|未|没有|没|错误|正确';
const telling = new RegExp(`${figure}|${negation}`, 'g');
const isFigure = new RegExp(`^(?:${figure})$`);

/** A text without its figures and negations: two texts with the same mask differ in nothing else. */
export const maskOf = (text: string): string => text.replace(telling, (word) => (isFigure.test(word) ? '#' : ''));

/** What differs between two texts of the same mask, in order: 三 and 五, 不 and ''. */
export function differencesOf(one: string, other: string): (readonly [string, string])[] {
  const words = wordsOf(one);
  const others = wordsOf(other);
  const differences: (readonly [string, string])[] = [];
  for (let at = 0, otherAt = 0; at < words.length || otherAt < others.length;) {
    const left = words[at];
    const right = others[otherAt];
    const goesOn = left?.before === right?.before;
    if (left?.word !== right?.word || !goesOn) {
      const step = alignment(left, right);
      differences.push([step.left ? (left?.word ?? '') : '', step.right ? (right?.word ?? '') : '']);
      at += step.left;
      otherAt += step.right;
    } else {
      at += 1;
      otherAt += 1;
    }
  }
  return differences;
}

interface Word {
  readonly word: string;
  /** How much masked text stands before it: equal for words that stand at the same place. */
  readonly before: number;
}

/** Figures and negations with their places in the mask. */
function wordsOf(text: string): Word[] {
  let masked = 0;
  let end = 0;
  return [...text.matchAll(telling)].map((match) => {
    masked += match.index - end;
    end = match.index + match[0].length;
    const found = { word: match[0], before: masked };
    if (isFigure.test(match[0])) masked += 1;
    return found;
  });
}

/** Which of the two words to step over: the one that stands further in front, a negation before a figure, else both. */
function alignment(left: Word | undefined, right: Word | undefined): { readonly left: 0 | 1; readonly right: 0 | 1 } {
  if (!left) return { left: 0, right: 1 };
  if (!right) return { left: 1, right: 0 };
  if (left.before !== right.before) return left.before < right.before ? { left: 1, right: 0 } : { left: 0, right: 1 };
  const [leftIsFigure, rightIsFigure] = [isFigure.test(left.word), isFigure.test(right.word)];
  if (leftIsFigure === rightIsFigure) return { left: 1, right: 1 };
  return leftIsFigure ? { left: 0, right: 1 } : { left: 1, right: 0 };
}
