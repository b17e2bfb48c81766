import type { Program } from './program.ts';

/** Smaller differences are rounding. */
const tolerance = 1e-7;
/** Pivots after which the sums are made anew, so that rounding does not add up. */
const freshAfter = 60;
/** Pivots after which rows are taken by their number, which never goes round in circles (Bland, 1977). */
const carefulAfter = 2_000;

/**
 * The dual simplex method for columns that all have two bounds (Koberstein, "The dual simplex method, techniques for a
 * fast and stable implementation", 2005, ch. 3; with the long step over bounds of sec. 6.2). Every column that is not in the basis rests at the
 * bound that its cost likes better, so that there is always a start, and it goes on from where it stands when bounds change.
 */
export class Simplex {
  readonly #width: number;
  readonly #height: number;
  /** Each basic variable as a sum of the others; behind the last row the reduced costs. */
  readonly #table: Float64Array;
  /** Which variable a row stands for, which a column; the rows of the program are variables behind its columns. */
  readonly #basic: Int32Array;
  readonly #resting: Int32Array;
  readonly #from: Float64Array;
  readonly #to: Float64Array;
  readonly #value: Float64Array;

  private constructor(
    width: number,
    height: number,
    parts: readonly [Float64Array, Int32Array, Int32Array, Float64Array, Float64Array, Float64Array],
  ) {
    this.#width = width;
    this.#height = height;
    [this.#table, this.#basic, this.#resting, this.#from, this.#to, this.#value] = parts;
  }

  static of({ columns, rows }: Program): Simplex {
    const [width, height] = [columns.length, rows.length];
    const table = new Float64Array(width * (height + 1));
    rows.forEach(({ terms }, row) => {
      for (const [column, factor] of terms) table[row * width + column] = (table[row * width + column] as number) + factor;
    });
    columns.forEach(({ cost }, column) => (table[height * width + column] = cost));
    const bounds = [...columns, ...rows];
    const simplex = new Simplex(width, height, [
      table,
      Int32Array.from(rows, (_, row) => width + row),
      Int32Array.from(columns, (_, column) => column),
      Float64Array.from(bounds, ({ from }) => from),
      Float64Array.from(bounds, ({ to }) => to),
      Float64Array.from([...columns.map(({ cost, from, to }) => (cost < 0 ? to : from)), ...rows.map(() => 0)]),
    ]);
    simplex.#sumUp();
    return simplex;
  }

  clone(): Simplex {
    return new Simplex(this.#width, this.#height, [
      this.#table.slice(),
      this.#basic.slice(),
      this.#resting.slice(),
      this.#from.slice(),
      this.#to.slice(),
      this.#value.slice(),
    ]);
  }

  /** Narrows a column that is in the basis, as every column with a broken value is. */
  narrow(column: number, from: number, to: number): void {
    this.#from[column] = from;
    this.#to[column] = to;
  }

  bounds(column: number): { readonly below: number; readonly above: number } {
    return { below: this.#from[column] as number, above: this.#to[column] as number };
  }

  value(column: number): number {
    return this.#value[column] as number;
  }

  /** What the values cost, by the reduced costs: those in the basis cost nothing more. */
  cost(): number {
    const costs = this.#height * this.#width;
    let sum = 0;
    for (let at = 0; at < this.#width; at += 1)
      sum += (this.#table[costs + at] as number) * (this.#value[this.#resting[at] as number] as number);
    return sum;
  }

  /** Goes to the best values within all bounds; false where there are none. */
  solve(): boolean {
    for (let pivots = 1; ; pivots += 1) {
      const row = pivots < carefulAfter ? this.#worstRow() : this.#firstRow();
      if (row < 0) return true;
      if (!this.#mend(row)) return false;
      if (pivots % freshAfter === 0) this.#sumUp();
    }
  }

  #sumUp(): void {
    for (let row = 0; row < this.#height; row += 1) {
      let sum = 0;
      for (let at = 0; at < this.#width; at += 1)
        sum += (this.#table[row * this.#width + at] as number) * (this.#value[this.#resting[at] as number] as number);
      this.#value[this.#basic[row] as number] = sum;
    }
  }

  /** How far a variable lies outside its bounds: negative below, positive above. */
  #outside(variable: number): number {
    const value = this.#value[variable] as number;
    return value < (this.#from[variable] as number)
      ? value - (this.#from[variable] as number)
      : Math.max(0, value - (this.#to[variable] as number));
  }

  /** The row that lies farthest outside; −1 where all lie inside. */
  #worstRow(): number {
    let worst = tolerance;
    let found = -1;
    for (let row = 0; row < this.#height; row += 1) {
      const far = Math.abs(this.#outside(this.#basic[row] as number));
      if (far <= worst) continue;
      worst = far;
      found = row;
    }
    return found;
  }

  /** The row outside its bounds that stands for the lowest variable; −1 where all lie inside. */
  #firstRow(): number {
    const outside = Array.from(this.#basic.keys()).filter((row) => Math.abs(this.#outside(this.#basic[row] as number)) > tolerance);
    return outside.reduce((first, row) => (first < 0 || (this.#basic[row] as number) < (this.#basic[first] as number) ? row : first), -1);
  }

  /** Brings a row to the bound that it has passed: cheap columns go to their other bound, the last one enters the basis. */
  #mend(row: number): boolean {
    const leaving = this.#basic[row] as number;
    for (const at of this.#helpers(row, this.#outside(leaving) < 0)) {
      const factor = this.#table[row * this.#width + at] as number;
      const variable = this.#resting[at] as number;
      const rest = this.#outside(leaving);
      const span = (this.#to[variable] as number) - (this.#from[variable] as number);
      if (Math.abs(rest) - Math.abs(factor) * span > tolerance) {
        this.#move(at, this.#value[variable] === this.#from[variable] ? span : -span);
        continue;
      }
      this.#move(at, -rest / factor);
      this.#value[leaving] = (rest < 0 ? this.#from[leaving] : this.#to[leaving]) as number;
      this.#pivot(row, at);
      return true;
    }
    return false;
  }

  /** Columns that can bring the row back, the cheapest first. */
  #helpers(row: number, upwards: boolean): number[] {
    const [line, costs] = [row * this.#width, this.#height * this.#width];
    const found: { readonly at: number; readonly ratio: number }[] = [];
    for (let at = 0; at < this.#width; at += 1) {
      const factor = this.#table[line + at] as number;
      const variable = this.#resting[at] as number;
      const [from, to] = [this.#from[variable] as number, this.#to[variable] as number];
      if (Math.abs(factor) < tolerance || from === to) continue;
      if ((factor > 0 === upwards) !== (this.#value[variable] === from)) continue;
      found.push({ at, ratio: Math.abs((this.#table[costs + at] as number) / factor) });
    }
    return found
      .sort((one, other) => one.ratio - other.ratio || (this.#resting[one.at] as number) - (this.#resting[other.at] as number))
      .map(({ at }) => at);
  }

  #move(at: number, by: number): void {
    const variable = this.#resting[at] as number;
    for (let row = 0; row < this.#height; row += 1) {
      const factor = this.#table[row * this.#width + at] as number;
      if (factor !== 0) this.#value[this.#basic[row] as number] = (this.#value[this.#basic[row] as number] as number) + factor * by;
    }
    const moved = (this.#value[variable] as number) + by;
    const [from, to] = [this.#from[variable] as number, this.#to[variable] as number];
    this.#value[variable] = Math.abs(moved - from) < tolerance ? from : Math.abs(moved - to) < tolerance ? to : moved;
  }

  #pivot(row: number, at: number): void {
    const [width, table] = [this.#width, this.#table];
    const line = row * width;
    const factor = table[line + at] as number;
    for (let each = 0; each < width; each += 1) table[line + each] = -(table[line + each] as number) / factor;
    table[line + at] = 1 / factor;
    for (let other = 0; other <= this.#height; other += 1) {
      const share = table[other * width + at] as number;
      if (other === row || share === 0) continue;
      table[other * width + at] = 0;
      for (let each = 0; each < width; each += 1) {
        const sum = (table[other * width + each] as number) + share * (table[line + each] as number);
        table[other * width + each] = Math.abs(sum) < 1e-12 ? 0 : sum;
      }
    }
    [this.#basic[row], this.#resting[at]] = [this.#resting[at] as number, this.#basic[row] as number];
  }
}
