import { numberText, type NumberFormat } from '../number-text.ts';

type Attributes = Readonly<Record<string, string>>;

/** The type attribute of <ol> and list-style-type of CSS (Counter Styles 3); what is not named here shows a bullet. */
const formats: ReadonlyMap<string, NumberFormat> = new Map([
  ['1', 'decimal'],
  ['A', 'upperLetter'],
  ['a', 'lowerLetter'],
  ['I', 'upperRoman'],
  ['i', 'lowerRoman'],
  ['decimal', 'decimal'],
  ['decimal-leading-zero', 'decimalZero'],
  ['upper-alpha', 'upperLetter'],
  ['upper-latin', 'upperLetter'],
  ['lower-alpha', 'lowerLetter'],
  ['lower-latin', 'lowerLetter'],
  ['upper-roman', 'upperRoman'],
  ['lower-roman', 'lowerRoman'],
  ['cjk-ideographic', 'chineseCounting'],
  ['cjk-decimal', 'ideographDigital'],
  ['simp-chinese-informal', 'chineseCounting'],
  ['trad-chinese-informal', 'chineseCounting'],
  ['simp-chinese-formal', 'chineseLegalSimplified'],
  ['cjk-heavenly-stem', 'ideographTraditional'],
  ['cjk-earthly-branch', 'ideographZodiac'],
]);

interface List {
  readonly format: NumberFormat;
  next: number;
}

/** Counts the items of lists, which may stand in one another. */
export class Lists {
  readonly #open: List[] = [];

  open(name: string, attributes: Attributes): void {
    const styled = /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attributes.style ?? '')?.[1]?.toLowerCase();
    const format = styled ?? attributes.type ?? (name === 'ol' ? 'decimal' : '');
    this.#open.push({ format: formats.get(format) ?? 'bullet', next: numberOf(attributes.start) ?? 1 });
  }

  close(): void {
    this.#open.pop();
  }

  /** What stands before the next item. Chinese numbers are followed by 、 as everywhere, others by a point. */
  label(attributes: Attributes): string {
    const list = this.#open.at(-1);
    if (!list) return '';
    const value = numberOf(attributes.value) ?? list.next;
    list.next = value + 1;
    const text = numberText(list.format, value);
    if (text === '') return '';
    return /^[0-9A-Za-z]+$/.test(text) ? `${text}.` : `${text}、`;
  }
}

function numberOf(text: string | undefined): number | null {
  const number = Number.parseInt(text ?? '', 10);
  return Number.isSafeInteger(number) ? number : null;
}
