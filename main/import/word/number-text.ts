/** How a number of a list is written, as ST_NumberFormat names it (ECMA-376 part 1, 17.18.59). */
export type NumberFormat = string;

/** The number as Word shows it; '' for bullets and unnumbered levels. Formats of other scripts come as plain digits. */
export function numberText(format: NumberFormat, value: number): string {
  const write = writers.get(format);
  return value >= 0 && write ? write(value) : String(value);
}

const characters = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint((first.codePointAt(0) ?? 0) + index));

const upper = characters('A', 26);
const lower = characters('a', 26);
const circled = [...characters('①', 20), ...characters('㉑', 15), ...characters('㊱', 15)];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** A … Z, AA, BB … */
const letters =
  (alphabet: readonly string[]) =>
  (value: number): string =>
    value === 0 ? '' : (alphabet[(value - 1) % alphabet.length] ?? '').repeat(Math.min(Math.ceil(value / alphabet.length), 30));

/** Signs of which there are only so many; beyond them digits. */
const signs =
  (list: readonly string[]) =>
  (value: number): string =>
    list[value - 1] ?? String(value);

/** Digits one by one: 一〇五. */
const digits =
  (list: readonly string[]) =>
  (value: number): string =>
    Array.from(String(value), (digit) => list[Number(digit)] ?? digit).join('');

interface Numerals {
  readonly digits: string;
  /** Units of ten, hundred and thousand. */
  readonly units: readonly [string, string, string];
  /** 十一 instead of 一十一. */
  readonly dropsLeadingOne: boolean;
}
const plain: Numerals = { digits: '〇一二三四五六七八九', units: ['十', '百', '千'], dropsLeadingOne: true };
const legal: Numerals = { digits: '零壹贰叁肆伍陆柒捌玖', units: ['拾', '佰', '仟'], dropsLeadingOne: false };

/** 一百〇五 with places and units, up to 99,999,999; beyond that digits. */
const counted =
  (numerals: Numerals) =>
  (value: number): string => {
    if (value >= 100_000_000) return String(value);
    const high = Math.floor(value / 10_000);
    const text =
      high > 0
        ? `${thousands(numerals, high)}万${value % 10_000 > 0 ? lowPart(numerals, value % 10_000) : ''}`
        : thousands(numerals, value);
    return numerals.dropsLeadingOne && text.startsWith('一十') ? text.slice(1) : text;
  };

const lowPart = (numerals: Numerals, value: number): string =>
  (value < 1_000 ? numerals.digits.charAt(0) : '') + thousands(numerals, value);

function thousands({ digits: names, units }: Numerals, value: number): string {
  if (value === 0) return names.charAt(0);
  const places = Array.from(String(value), Number);
  const zero = names.charAt(0);
  const text = places.map((digit, index) => {
    const unit = units[places.length - index - 2] ?? '';
    return digit === 0 ? zero : names.charAt(digit) + unit;
  });
  return text
    .join('')
    .replace(new RegExp(`${zero}+`, 'g'), zero)
    .replace(new RegExp(`${zero}$`), '');
}

const romanSigns = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

function roman(value: number): string {
  if (value > 4_999) return String(value);
  let left = value;
  let text = '';
  for (const [worth, sign] of romanSigns) {
    text += sign.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
}

const fullWidth = digits(characters('０', 10));
const nothing = (): string => '';

const writers: ReadonlyMap<NumberFormat, (value: number) => string> = new Map([
  ['bullet', nothing],
  ['none', nothing],
  ['decimalZero', (value: number): string => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', signs(circled)],
  ['decimalEnclosedCircleChinese', signs(circled)],
  ['decimalEnclosedFullstop', signs(characters('⒈', 20))],
  ['decimalEnclosedParen', signs(characters('⑴', 20))],
  ['upperLetter', letters(upper)],
  ['lowerLetter', letters(lower)],
  ['upperRoman', (value: number): string => roman(value).toUpperCase()],
  ['lowerRoman', roman],
  ['chineseCounting', counted(plain)],
  ['chineseCountingThousand', counted(plain)],
  ['japaneseCounting', counted(plain)],
  ['taiwaneseCounting', counted(plain)],
  ['taiwaneseCountingThousand', counted(plain)],
  ['chineseLegalSimplified', counted(legal)],
  ['ideographLegalTraditional', counted(legal)],
  ['ideographDigital', digits([...plain.digits])],
  ['japaneseDigitalTenThousand', digits([...plain.digits])],
  ['taiwaneseDigital', digits([...plain.digits])],
  ['ideographTraditional', signs(stems)],
  ['ideographZodiac', signs(branches)],
  ['ideographEnclosedCircle', signs(characters('㈠', 10))],
]);
