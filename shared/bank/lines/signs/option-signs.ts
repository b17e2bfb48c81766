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
  /\(\s?([A-La-l])\s?\)[.、]?\s{0,20}|[[【]([A-L])[\]】]\s{0,20}|(?<![A-Za-z]'?)([A-La-l])\s{0,3}([.、:;)])[.、:]?\s{0,20}|(?<=[A-Za-z])([A-L])[.、](?![a-z])\s{0,20}/g;
const alone = /(?<=^|[\s;])([A-L])(?=\s+[^\s)\]】_]|[\u4e00-\u9fff《“"‘])\s{0,20}/g;
const quoted = /“[^“”]{0,200}”|‘[^‘’]{0,100}’|《[^《》]{0,100}》/g;

/** Letters in a line that may begin options, in order. Those inside a quotation belong to it. */
export function optionSigns(line: string): OptionSign[] {
  if (!/[A-La-l]/.test(line)) return [];
  const start = line.search(/\S/);
  const strong = [...line.matchAll(marked)].map((found) => sign(line, start, found, null));
  const taken = new Set(strong.map(({ at }) => at));
  const weak = [...line.matchAll(alone)].filter(({ index }) => !taken.has(index)).map((found) => sign(line, start, found, 'weak'));
  const signs = [...strong, ...weak].toSorted((one, other) => one.at - other.at);
  return outsideQuotes(signs, [...line.matchAll(quoted)]);
}

function sign(line: string, start: number, found: RegExpExecArray, weak: 'weak' | null): OptionSign {
  const [whole, bracketed, squared, dotted, mark, glued] = found;
  const letter = bracketed ?? squared ?? dotted ?? glued ?? '';
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
