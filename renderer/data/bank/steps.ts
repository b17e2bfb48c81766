/** One act of a person. The screen makes it once, so that the whole act can be taken back. */
export interface Step {
  /** A UUID. */
  readonly id: string;
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How long work tells how far it is, and how it is stopped. What it has done by then stays, unless said otherwise. */
export interface Task {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** For work that is over at once. */
export const unwatched = (): Task => ({ onProgress: () => undefined, signal: new AbortController().signal });
