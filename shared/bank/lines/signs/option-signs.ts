/** A letter that may begin an option. */
export interface OptionSign {
  readonly kind: 'option';
  readonly at: number;
  readonly end: number;
  /** 0 = A. */
  readonly place: number;
  /** `dot`: A. A、 A: · `half`: A) · `bracket`: (A) · `weak`: the letter alone. */
  readonly form: 'dot' | 'half' | 'bracket' | 'weak';
  readonly lower: boolean;
  /** Whether it begins its line. */
  readonly first: boolean;
  /** Whether a space or the end of a sentence stands before it. */
  readonly clear: boolean;
}

const marked =
  /选项\s?([A-La-l])\s?[.、:)]\s{0,20}|\(\s?([A-La-l])\s?\)[.、]?\s{0,20}|[[【]([A-L])[\]】]\s{0,20}|(?<![A-Za-z]'?)([A-La-l])\s{0,3}([.、:;)])[.、:]?\s{0,20}|(?<=[A-Za-z])([A-L])(?:\.|(?<=[a-z].)、)(?![a-z])\s{0,20}/g;
/** A 甲 · A甲 · A on a line of its own above 甲. */
const alone = /(?<=^|[\s;])([A-L])(?=\s+[^\s)\]】_]|[\u4e00-\u9fff《“"‘])\s{0,20}|(?<=^\s{0,20})([A-L])(?=\s{0,20}$)/g;
/** …是A甲B乙C丙D丁 at the end of a line: letters with nothing between them and the words count only where they come in order. */
const piece = (letter: string): string => `${letter}(?=[\\u4e00-\\u9fff《“‘])[^A-Z。;?]{1,40}`;
const gluedRun = new RegExp(
  `(?<=^\\s{0,20}|[)?:_是为有指\\s])${piece('A')}${piece('B')}${piece('C')}(?:${piece('D')}(?:${piece('E')}(?:${piece('F')})?)?)?$`,
);
const quoted = /“[^“”]{0,200}”|‘[^‘’]{0,100}’|《[^《》]{0,100}》/g;

/** Letters in a line that may begin options, in order. Those inside a quotation belong to it. */
export function optionSigns(line: string): OptionSign[] {
  if (!/[A-La-l]/.test(line)) return [];
  const start = line.search(/\S/);
  const strong = [...line.matchAll(marked)].map((found) => sign(line, start, found, null));
  const taken = new Set(strong.map(({ at }) => at));
  const weak = [...line.matchAll(alone)].filter(({ index }) => !taken.has(index)).map((found) => sign(line, start, found, 'weak'));
  const run = strong.length === 0 ? gluedSigns(line, start).filter(({ at }) => !weak.some((other) => other.at === at)) : [];
  const signs = [...strong, ...weak, ...run].toSorted((one, other) => one.at - other.at);
  return outsideQuotes(signs, [...line.matchAll(quoted)]);
}

function gluedSigns(line: string, start: number): OptionSign[] {
  const run = gluedRun.exec(line.slice(-400));
  const from = Math.max(0, line.length - 400) + (run?.index ?? 0);
  if (!run) return [];
  return [...run[0].matchAll(/[A-F]/g)].map(({ index }) => ({
    kind: 'option',
    at: from + index,
    end: from + index + 1,
    place: (line.codePointAt(from + index) ?? 65) - 65,
    form: 'weak',
    lower: false,
    first: from + index === start,
    clear: true,
  }));
}

function sign(line: string, start: number, found: RegExpExecArray, weak: 'weak' | null): OptionSign {
  const [whole, named, bracketed, squared, dotted, mark, glued] = found;
  const letter = named ?? bracketed ?? squared ?? dotted ?? glued ?? '';
  const form = weak ?? ((bracketed ?? squared) ? 'bracket' : mark === ')' ? 'half' : 'dot');
  const first = found.index === start;
  return {
    kind: 'option',
    at: found.index,
    end: found.index + whole.length,
    place: letter.toUpperCase().charCodeAt(0) - 65,
    form,
    lower: letter === letter.toLowerCase(),
    first,
    clear: first || /[\s。.?!;,)\]】_”"…>]/.test(line[found.index - 1] ?? ''),
  };
}

function outsideQuotes(signs: readonly OptionSign[], quotes: readonly RegExpExecArray[]): OptionSign[] {
  let next = 0;
  const end = (quote: RegExpExecArray | undefined): number => (quote ? quote.index + quote[0].length : Infinity);
  return signs.filter(({ at }) => {
    while (end(quotes[next]) <= at) next += 1;
    return at <= (quotes[next]?.index ?? Infinity);
  });
}
