// Fonts of symbols keep their signs where other fonts have letters, at 0x20–0xFF or, as Word writes it, at U+F020–U+F0FF.

/** The Symbol font from 0x20 and from 0xA1 on (its Adobe encoding); a space where it has no sign. */
const symbolLow = ' !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~';
const symbolHigh = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…|—↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑';

/** Ticks, crosses, boxes and bullets, which is what people take these fonts for. */
const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x74: '◆',
  0x75: '◆',
  0x76: '❖',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa4: '◉',
  0xa7: '▪',
  0xa8: '◻',
  0xab: '★',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};
const wingdings2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0x53: '☒',
  0x54: '☒',
  0x55: '⊗',
  0x56: '⊗',
  0x2a: '☐',
  0xa3: '□',
  0x97: '●',
  0x98: '●',
  0xa2: '■',
};
/** 0x80–0x8A and 0x8B–0x95 of Wingdings, 0x6A–0x73 of Wingdings 2: digits in circles. */
const circledRuns: Readonly<Record<string, readonly { readonly from: number; readonly signs: string }[]>> = {
  wingdings: [
    { from: 0x80, signs: '⓪①②③④⑤⑥⑦⑧⑨⑩' },
    { from: 0x8b, signs: '⓿❶❷❸❹❺❻❼❽❾❿' },
  ],
  'wingdings 2': [
    { from: 0x69, signs: '⓪①②③④⑤⑥⑦⑧⑨⑩' },
    { from: 0x74, signs: '⓿❶❷❸❹❺❻❼❽❾❿' },
  ],
};
const webdings: Readonly<Record<number, string>> = { 0x61: '✓', 0x72: '✗', 0x63: '□', 0x67: '■', 0x6e: '●' };

/** The font where it is one of symbols, else ''. */
export const symbolFontOf = (font: string): string => (/^(?:symbol|wingdings(?: [23])?|webdings)$/i.test(font) ? font : '');

/** Stands where a font has a sign that has no place here, so that nothing vanishes without a trace. */
export const unknownSymbol = '［符号］';

/** The sign of a symbol font. `font` as the document names it; `code` with or without 0xF000. */
export function symbolOf(font: string, code: number): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (place === 0x20) return ' ';
  const name = font.toLowerCase();
  if (name === 'symbol') return symbolSign(place) || unknownSymbol;
  const circled = circledRuns[name]?.find(({ from, signs }) => place >= from && place < from + signs.length);
  if (circled) return circled.signs.charAt(place - circled.from);
  const table = { wingdings, 'wingdings 2': wingdings2, webdings }[name];
  if (table) return table[place] ?? unknownSymbol;
  return code >= 0xf000 && code <= 0xf0ff ? unknownSymbol : String.fromCodePoint(code);
}

const symbolSign = (place: number): string => (place >= 0xa1 ? symbolHigh.charAt(place - 0xa1) : symbolLow.charAt(place - 0x20));

/** Text of a run as it shows: in a symbol font all of it, in other fonts nothing is changed. */
export function shownText(text: string, symbolFont: string): string {
  if (symbolFont === '') return text;
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isSign = (code > 0x20 && code <= 0xff) || (code >= 0xf020 && code <= 0xf0ff);
    return isSign ? symbolOf(symbolFont, code) : character;
  }).join('');
}
