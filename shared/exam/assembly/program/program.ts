/** A quantity to be decided. */
export interface Column {
  /** What one unit costs; the sum is made as small as can be. */
  readonly cost: number;
  readonly from: number;
  readonly to: number;
  /** Whether only whole numbers will do. */
  readonly whole: boolean;
}

/** A sum of columns that lies from `from` to `to`; both ends equal hold it exactly. */
export interface Row {
  readonly from: number;
  readonly to: number;
  /** Pairs of a column and how often it counts. */
  readonly terms: readonly (readonly [column: number, factor: number])[];
}

/** A linear program with bounded columns, some of them whole. */
export interface Program {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Puts a program together column by column and row by row. */
export class ProgramBuilder implements Program {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];

  /** Its number. */
  column(column: Column): number {
    return this.columns.push(column) - 1;
  }

  row(from: number, to: number, terms: Row['terms']): void {
    this.rows.push({ from, to, terms });
  }
}
