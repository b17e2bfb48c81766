import type { JournalReplay, JournalRows, Repair } from '@shared/ipc/contract.ts';
import type { Commit, JournalMark } from '@shared/model/work.ts';
import { limits } from '../limits.ts';
import { encodeRecords, recordBody } from './chain.ts';
import { prepareDirectory, prune } from './directory.ts';
import { foldSnapshot } from './fold.ts';
import { recover } from './recovery.ts';
import { changesOf, replay, rowsOf, type View } from './replay.ts';
import { createSegment, openTail, type Tail } from './segments.ts';
import { createTurns } from './turns.ts';

/**
 * The truth of all work: an append-only, hash-chained log of commits, folded from time to time into a snapshot of the
 * current rows. What `commit` has resolved is on the disk.
 */
export interface Journal {
  /** The last record. */
  readonly mark: JournalMark;
  /** What opening had to mend; empty when all was well. */
  readonly repairs: readonly Repair[];
  /** Length of the files behind the newest snapshot: how much there is to compact. */
  readonly bytesSinceSnapshot: number;
  /**
   * Resolves when the commit is on the disk. Rejects with the system's error when it is not; then nothing of it stays,
   * and the journal goes on working as soon as the disk does. Commits are numbered in the order of the calls.
   */
  commit(commit: Commit): Promise<JournalMark>;
  /**
   * Up to `limit` records behind a mark, fewer where they are long. For a mark that is not in the chain, or lies before the
   * snapshot, the answer is a reset: the mark of the snapshot, whose rows come first.
   */
  since(mark: JournalMark, limit: number): Promise<JournalReplay>;
  /** Some rows of a snapshot; `from` is 0 or the `next` of the page before. Null where it is no longer the newest: ask again for the mark. */
  rows(snapshot: JournalMark, from: number): Promise<JournalRows | null>;
  /** Writes a snapshot of the current rows and deletes what it makes needless. Commits go on meanwhile. */
  compact(): Promise<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

interface Options {
  /** Wall clock, milliseconds since 1970. */
  now(): number;
  /** A new file is begun when the current one has reached this length. */
  readonly segmentBytes: number;
}

/** Commits that share one write and one fsync. */
interface Batch {
  readonly bodies: string[];
  /** One mark a body. */
  readonly marks: Promise<readonly JournalMark[]>;
}

/** Opens the journal of a folder, or makes one. Damage is mended and told in `repairs`; it is never a reason to fail. */
export async function openJournal(directory: string, options: Options): Promise<Journal> {
  await prepareDirectory(directory);
  const { base, segments, mark, repairs } = await recover(directory);
  const last = segments.at(-1);
  const tail = last ? await openTail(last) : await createSegment(directory, mark);
  return new FileJournal({ directory, base, segments: last ? segments : [tail.segment], mark }, repairs, tail, options);
}

class FileJournal implements Journal {
  readonly repairs: readonly Repair[];
  readonly #options: Options;
  readonly #inTurn = createTurns();
  #view: View;
  #tail: Tail;
  #gathering: Batch | null = null;
  #compacting: Promise<void> | null = null;

  constructor(view: View, repairs: readonly Repair[], tail: Tail, options: Options) {
    this.#view = view;
    this.repairs = repairs;
    this.#tail = tail;
    this.#options = options;
  }

  get mark(): JournalMark {
    return this.#view.mark;
  }

  get bytesSinceSnapshot(): number {
    return this.#view.segments.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  async commit(commit: Commit): Promise<JournalMark> {
    const body = recordBody(commit, this.#options.now());
    if (body.length > limits.journalLine) throw new Error(`${commit.what}: ${body.length} characters in one commit`);
    this.#gathering ??= this.#startBatch();
    const { bodies, marks } = this.#gathering;
    const place = bodies.push(body) - 1;
    return (await marks)[place]!; // there is one for each body
  }

  since(mark: JournalMark, limit: number): Promise<JournalReplay> {
    return replay(this.#view, mark, limit);
  }

  rows(snapshot: JournalMark, from: number): Promise<JournalRows | null> {
    return rowsOf(this.#view, snapshot, from);
  }

  compact(): Promise<void> {
    return (this.#compacting ??= this.#compact());
  }

  async close(): Promise<void> {
    await this.#compacting?.catch(() => undefined); // whoever asked for it is told
    await this.#inTurn(() => this.#tail.close());
  }

  /** Commits gather in a batch while the one before it is being written. */
  #startBatch(): Batch {
    const bodies: string[] = [];
    const marks = this.#inTurn(() => {
      this.#gathering = null;
      return this.#append(bodies);
    });
    return { bodies, marks };
  }

  async #append(bodies: readonly string[]): Promise<readonly JournalMark[]> {
    if (this.#tail.segment.bytes >= this.#options.segmentBytes) await this.#startSegment();
    const { bytes, starts, marks } = encodeRecords(bodies, this.mark);
    await this.#tail.append(bytes, starts);
    this.#view = { ...this.#view, mark: marks.at(-1) ?? this.mark };
    return marks;
  }

  async #startSegment(): Promise<void> {
    const full = this.#tail;
    if (full.segment.starts.length === 0) return;
    this.#tail = await createSegment(this.#view.directory, this.mark);
    this.#view = { ...this.#view, segments: [...this.#view.segments, this.#tail.segment] };
    await full.close();
  }

  async #compact(): Promise<void> {
    try {
      const view = await this.#inTurn(async () => {
        await this.#startSegment(); // so that the snapshot ends where a file ends
        return this.#view;
      });
      if (view.mark.n === view.base.n) return;
      await foldSnapshot(view.directory, view.base, changesOf(view), view.mark);
      const segments = this.#view.segments.filter((segment) => segment.first > view.mark.n);
      this.#view = { ...this.#view, base: view.mark, segments };
      await prune(view.directory);
    } finally {
      this.#compacting = null;
    }
  }
}
