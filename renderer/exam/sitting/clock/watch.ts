import { readClock, timeLeft, watchFrom, type ClockReading, type WatchedClock } from '@shared/exam/clock.ts';
import { listen } from '../../../bridge.ts';
import type { Sheet } from '../sheet.ts';

const tickMs = 250;
/** After a power cut at most this much of the time used is forgotten. */
const heartbeatMs = 2_000;
/** A window that comes back within this was not left: so long may the change to the full screen take. */
const glanceMs = 500;

/** When the person went away, and whether it was noted. */
interface Away extends ClockReading {
  readonly told: boolean;
}

const readings = (): ClockReading => ({ wall: Date.now(), monotonic: performance.now() });

export interface WatchStart {
  readonly sheet: Sheet;
  readonly budgetMs: number;
  /** Called at every heartbeat from the moment the time is up until the watch is stopped. */
  readonly onTimeUp: () => void;
}

/**
 * Watches one sitting of an exam from its first screen to its hand-in, whatever screen is shown: the clock goes on, its
 * jumps and every leaving of the window or of the answering screen are noted. Nobody is ever locked in or out.
 */
export class ExamWatch {
  readonly #sheet: Sheet;
  readonly #budgetMs: number;
  readonly #onTimeUp: () => void;
  readonly #endings: (() => void)[] = [];
  #clock: WatchedClock;
  #focused = true;
  #onScreen = true;
  #stopped = false;
  /** Null while the person is here. */
  #away: Away | null = null;

  constructor({ sheet, budgetMs, onTimeUp }: WatchStart) {
    this.#sheet = sheet;
    this.#budgetMs = budgetMs;
    this.#onTimeUp = onTimeUp;
    this.#clock = watchFrom(sheet.elapsedMs, readings());
    this.#listen();
    void sheet.flush(); // that it was begun anew, or goes on, is on disk before the first answer
  }

  /** The answering screen is shown, or was left inside the program. */
  onScreen(shown: boolean): void {
    if (this.#stopped) return;
    this.#onScreen = shown;
    this.#beHere();
    this.#beat();
  }

  stop(): void {
    this.#stopped = true;
    for (const end of this.#endings.splice(0)) end();
  }

  #listen(): void {
    const ticking = setInterval(() => this.#tick(), tickMs);
    const beating = setInterval(() => this.#beat(), heartbeatMs);
    this.#endings.push(
      () => clearInterval(ticking),
      () => clearInterval(beating),
      on(window, 'blur', () => this.#focus(false)),
      on(window, 'focus', () => this.#focus(true)),
      on(window, 'pagehide', () => this.#beat()),
      on(document, 'visibilitychange', () => this.#beat()),
      listen('power:changed', (power) => this.#sleep(power === 'suspend')),
    );
  }

  #tick(): void {
    const now = readings();
    const { clock, jump } = readClock(this.#clock, now);
    this.#clock = clock;
    this.#sheet.reach(clock.elapsedMs);
    if (jump) this.#sheet.note({ kind: 'jumped', ...jump }, now.wall);
    this.#tellAway(now);
  }

  #beat(): void {
    this.#tick();
    void this.#sheet.flush();
    if (timeLeft(this.#budgetMs, this.#sheet.elapsedMs) === 0) this.#onTimeUp();
  }

  #sleep(asleep: boolean): void {
    this.#beat();
    this.#clock = { ...this.#clock, asleep };
  }

  #focus(focused: boolean): void {
    this.#focused = focused;
    this.#beHere();
  }

  #beHere(): void {
    const here = this.#focused && this.#onScreen;
    const now = readings();
    if (!here) this.#away ??= { ...now, told: false };
    else if (this.#away) this.#return(this.#away, now);
  }

  #return(away: Away, now: ClockReading): void {
    this.#tellAway(now);
    const told = this.#away?.told ?? false;
    this.#away = null;
    if (!told) return;
    this.#sheet.note({ kind: 'returned', awayMs: Math.round(now.monotonic - away.monotonic) }, now.wall);
    void this.#sheet.flush();
  }

  #tellAway(now: ClockReading): void {
    if (!this.#away || this.#away.told || now.monotonic - this.#away.monotonic < glanceMs) return;
    this.#away = { ...this.#away, told: true };
    this.#sheet.note({ kind: 'left' }, this.#away.wall);
    void this.#sheet.flush();
  }
}

function on(target: Window | Document, event: string, listener: () => void): () => void {
  target.addEventListener(event, listener);
  return () => target.removeEventListener(event, listener);
}
