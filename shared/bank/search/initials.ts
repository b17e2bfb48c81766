/** The first letters of all readings of a character, e.g. `hk` for 会; '' for what has no reading. */
export type ReadingsOf = (character: string) => string;

const firstSet = 0xa1;

/**
 * Writes texts as the initials of their pinyin. A character with one reading becomes its letter, one with several
 * becomes a sign that stands for all of them. What is no letter is left out; digits and ends of lines keep letters apart.
 */
export class Initials {
  readonly #readingsOf: ReadingsOf;
  readonly #signs = new Map<string, string>();
  readonly #sets = new Map<string, string>();

  constructor(readingsOf: ReadingsOf) {
    this.#readingsOf = readingsOf;
  }

  /** `text` in search form. */
  of(text: string): string {
    return Array.from(text, (character) => this.#signs.get(character) ?? this.#learn(character)).join('');
  }

  /** The letters that a sign stands for. */
  lettersOf(sign: string): string {
    return this.#sets.get(sign) ?? sign;
  }

  /** Finds these letters in initials. The pattern holds for the characters learned so far. */
  patternOf(letters: string): RegExp {
    const classes = Array.from(letters, (letter) => {
      const several = [...this.#sets].flatMap(([sign, set]) => (set.includes(letter) ? [sign] : []));
      return several.length > 0 ? `[${letter}${several.join('')}]` : letter;
    });
    return new RegExp(classes.join(''));
  }

  #learn(character: string): string {
    const sign = this.#signFor(character);
    this.#signs.set(character, sign);
    return sign;
  }

  #signFor(character: string): string {
    if (/[a-z]/.test(character)) return character;
    if (/[\d\n]/.test(character)) return '0';
    const readings = [...new Set(this.#readingsOf(character).replaceAll(/[^a-z]/g, ''))].toSorted().join('');
    if (readings.length < 2) return readings;
    const known = [...this.#sets].find(([, set]) => set === readings)?.[0];
    if (known !== undefined) return known;
    const sign = String.fromCharCode(firstSet + this.#sets.size);
    this.#sets.set(sign, readings);
    return sign;
  }
}
