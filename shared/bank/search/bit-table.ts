/** Words of 32 bits, a row of them for each bucket; made wider as more columns are needed. */
export class BitTable {
  readonly #rows: number;
  #bits = new Uint32Array();
  #width = 0;

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** How many words a row has. */
  get width(): number {
    return this.#width;
  }

  add(row: number, word: number, bits: number): void {
    if (word >= this.#width) this.#widen(word);
    const at = row * this.#width + word;
    this.#bits[at] = (this.#bits[at] ?? 0) | bits;
  }

  /** Takes bits of one word out of all rows. */
  clear(word: number, bits: number): void {
    if (word >= this.#width) return;
    for (let at = word; at < this.#bits.length; at += this.#width) this.#bits[at] = (this.#bits[at] ?? 0) & ~bits;
  }

  /** How many bits are set in a row. */
  count(row: number): number {
    let sum = 0;
    for (let at = row * this.#width; at < (row + 1) * this.#width; at += 1) sum += ones(this.#bits[at] ?? 0);
    return sum;
  }

  /** The bits that are in all of these rows. */
  inAll(rows: Iterable<number>): Uint32Array {
    const found = new Uint32Array(this.#width).fill(0xffff_ffff);
    for (const row of rows) {
      const start = row * this.#width;
      for (let word = 0; word < found.length; word += 1) found[word] = (found[word] ?? 0) & (this.#bits[start + word] ?? 0);
    }
    return found;
  }

  #widen(word: number): void {
    const width = Math.max(2 * this.#width, word + 1, 8);
    const bits = new Uint32Array(this.#rows * width);
    for (let row = 0; row < this.#rows && this.#width > 0; row += 1) {
      bits.set(this.#bits.subarray(row * this.#width, (row + 1) * this.#width), row * width);
    }
    this.#bits = bits;
    this.#width = width;
  }
}

function ones(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
