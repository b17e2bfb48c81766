/** Values that are dear to read, each known until something that it comes from is written. */
export class KnownValues<Value> {
  readonly #readThem: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>;
  readonly #known = new Map<string, Value>();
  #changes = 0;

  /** `readThem` gives a value for every id. */
  constructor(readThem: (ids: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {
    this.#readThem = readThem;
  }

  /** The values of these ids, and perhaps of others. */
  async read(ids: readonly string[]): Promise<ReadonlyMap<string, Value>> {
    for (;;) {
      const missing = ids.filter((id) => !this.#known.has(id));
      if (missing.length === 0) return this.#known;
      const changes = this.#changes;
      const values = await this.#readThem(missing);
      if (changes !== this.#changes) continue; // they may be older than what was written meanwhile
      for (const [id, value] of values) this.#known.set(id, value);
    }
  }

  drop(ids: Iterable<string>): void {
    this.#changes += 1;
    for (const id of ids) this.#known.delete(id);
  }

  forget(): void {
    this.#changes += 1;
    this.#known.clear();
  }
}
