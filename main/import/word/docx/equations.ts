import type { Attribute } from './xml.ts';

/** Signs that keep a formula apart when it is written in one line: fractions, powers, indexes, roots. */
const signs: ReadonlyMap<string, string> = new Map([
  ['m:den', '/'],
  ['m:sup', '^'],
  ['m:sub', '_'],
  ['m:rad', '√'],
]);

/** Writes formulas (OMML, ECMA-376 part 1, 22.1) in one line: fractions as a/b, powers as a^b, brackets as they are set. */
export class Equations {
  readonly #brackets: { begin: string; end: string; isBegun: boolean }[] = [];
  /** The sign of an element that has no text yet: one that stays empty shows none. */
  #waiting = '';

  open(name: string, attribute: Attribute): void {
    const last = this.#brackets.at(-1);
    if (name === 'm:d') this.#brackets.push({ begin: '(', end: ')', isBegun: false });
    else if (name === 'm:begChr' && last) last.begin = attribute('m:val');
    else if (name === 'm:endChr' && last) last.end = attribute('m:val');
    else if (name === 'm:chr') this.#waiting += attribute('m:val');
    else if (name === 'm:e' && last && !last.isBegun) {
      last.isBegun = true;
      this.#waiting += last.begin;
    } else this.#waiting += signs.get(name) ?? '';
  }

  /** Text of a formula with the signs before it. */
  text(text: string): string {
    const signed = this.#waiting + text;
    this.#waiting = '';
    return signed;
  }

  /** What stands behind an element. */
  close(name: string): string {
    if (name === 'm:sup' || name === 'm:sub' || name === 'm:den') this.#waiting = '';
    return name === 'm:d' ? this.text(this.#brackets.pop()?.end ?? '') : '';
  }
}
