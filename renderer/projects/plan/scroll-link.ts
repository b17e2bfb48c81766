/** How far a table is scrolled, for what stands beside it: told without drawing the table again. */
export class ScrollLink {
  private top = 0;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** CSS pixels. */
  readonly scrollTop = (): number => this.top;

  readonly tell = (scrollTop: number): void => {
    if (scrollTop === this.top) return;
    this.top = scrollTop;
    for (const listener of this.listeners) listener();
  };
}
