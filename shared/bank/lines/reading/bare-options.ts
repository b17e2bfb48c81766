import { isShortAnswer, answerHead, plainOf, type Block, type Stretch } from '../block.ts';

export interface BareOptions {
  readonly stem: readonly Stretch[];
  readonly options: readonly { readonly place: number; readonly text: Stretch[] }[];
}

const asking = /\(\s*(?:[A-H]{1,8}\s*)?\)|_{2,}|[?:]\s*$|(?:是|有|为|包括|指)\s*$/;
const picture = /^\s*(?:图|表)\s?\d|^\s*[A-L](?:\s*[.、:)]|\s+[A-L]\s|[\u4e00-\u9fff])/;
const circles = /[①-⑫]/g;

/** Options without letters: lines below the stem, perhaps behind dashes, or ①②③. Null where nothing shows that they are options. */
export function bareOptions(block: Block): BareOptions | null {
  const answer = answerHead(block) ?? '';
  const type = block.tag ?? block.context.type;
  const chosen = /^\s*[([（]?\s*[A-La-l](?:[\s,、]*[A-La-l])*\s*[)\]）]?[。.]?\s*$/.test(answer) || /^\s*[①-⑫][①-⑫\s,、]*$/.test(answer);
  const wanted = chosen || ((type === 'single' || type === 'multiple') && (answer === '' || isShortAnswer(answer)));
  if (!wanted || type === 'judge') return null;
  return circled(block.stem) ?? below(block.stem, chosen);
}

/** ①甲 ②乙, side by side or one a line, at the end of the stem. */
function circled(stem: readonly Stretch[]): BareOptions | null {
  const found = stem.flatMap((stretch) =>
    [...plainOf(stretch).matchAll(circles)].map((match) => ({
      stretch,
      at: stretch.from + match.index,
      value: match[0].charCodeAt(0) - 0x2460,
    })),
  );
  const start = found.findLastIndex(({ value }) => value === 0);
  const run = start < 0 ? [] : found.slice(start);
  if (run.length < 2 || run.some(({ value }, place) => value !== place)) return null;
  const cuts = new Map(Map.groupBy(run, ({ stretch }) => stretch));
  const options: { place: number; text: Stretch[] }[] = [];
  const kept: Stretch[] = [];
  for (const stretch of stem) {
    const own = cuts.get(stretch) ?? [];
    const head = { ...stretch, to: own[0]?.at ?? stretch.to };
    if (options.length === 0) kept.push(head);
    else options.at(-1)?.text.push(head);
    for (const [place, { at, value }] of own.entries())
      options.push({ place: value, text: [{ ...stretch, from: at + 1, to: own[place + 1]?.at ?? stretch.to }] });
  }
  return kept.some((stretch) => plainOf(stretch).trim() !== '') ? { stem: kept, options } : null;
}

/** One a line below the line that asks; the first line where none does. */
function below(stem: readonly Stretch[], chosen: boolean): BareOptions | null {
  const asked = stem.findLastIndex((stretch) => asking.test(plainOf(stretch)));
  const last = asked >= 0 && asked < stem.length - 2 ? asked : 0;
  const lines = stem.slice(last + 1);
  const dashed = lines.every((stretch) => /^\s*[-—–－•·○□]/.test(plainOf(stretch)));
  if (lines.some((stretch) => picture.test(plainOf(stretch)))) return null;
  if (lines.length < 2 || lines.length > 8 || (!chosen && !dashed && asked < 0)) return null;
  const text = (stretch: Stretch): Stretch => {
    const lead = /^\s*(?:[-—–－•·○□]\s*)?/.exec(plainOf(stretch))?.[0].length ?? 0;
    return dashed ? { ...stretch, from: stretch.from + lead } : stretch;
  };
  return { stem: stem.slice(0, last + 1), options: lines.map((stretch, place) => ({ place, text: [text(stretch)] })) };
}
