import { limits } from '../../../limits.ts';

/** Columns of a table that cells from rows above reach down into (rowspan). */
export class RowSpans {
  /** By column: in how many further rows it is taken. */
  #taken: number[] = [];
  #next: number[] = [];
  #column = 0;

  openRow(): void {
    this.#taken = this.#next.map((rows) => Math.max(0, rows - 1));
    this.#next = [...this.#taken];
    this.#column = 0;
  }

  /** Places a cell and tells how many taken columns it has passed over. */
  place(columns: number, rows: number): number {
    const from = this.#column;
    while ((this.#taken[this.#column] ?? 0) > 0) this.#column += 1;
    const passed = this.#column - from;
    for (let place = this.#column; place < this.#column + columns && place < limits.importColumns; place += 1) this.#next[place] = rows;
    this.#column += columns;
    return passed;
  }
}
