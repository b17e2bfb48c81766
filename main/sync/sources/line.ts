import { limits } from '../../limits.ts';
import { Refusal } from '../refusal.ts';

/** Made once: an error with its stack for each connection would cost more than the connection. */
const hungUp = new Error('hung up');

/** One connection: it is hung up when the person cancels, and when nothing comes for too long. */
export class Line {
  readonly signal: AbortSignal;
  readonly #own = new AbortController();
  readonly #label: string;
  readonly #cancelled: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  #giveUp: (reason: unknown) => void = () => undefined;

  constructor(label: string, cancelled: AbortSignal) {
    this.#label = label;
    this.#cancelled = cancelled;
    this.signal = AbortSignal.any([cancelled, this.#own.signal]);
    this.#timer = setTimeout(() => this.#giveUp(this.#silent()), limits.idleTimeout);
    // Whoever opened the line may never read from it; then only this ends it.
    this.signal.addEventListener('abort', () => this.end(), { once: true });
  }

  /** Nothing more is waited for. */
  end(): void {
    clearTimeout(this.#timer);
    this.#giveUp(hungUp);
  }

  hangUp(): void {
    this.#own.abort(hungUp);
  }

  /**
   * A step of the transfer, but not longer than the idle timeout. It is not one over the whole body: a slow line may take
   * its time as long as bytes come. Nor is the step asked to end: a share that hangs does not even answer to that.
   */
  async wait<T>(step: Promise<T>): Promise<T> {
    const silence = Promise.withResolvers<never>();
    this.#giveUp = silence.reject;
    this.#timer.refresh();
    try {
      return await Promise.race([step, silence.promise]);
    } catch (error) {
      this.hangUp();
      throw this.#refusalOf(error);
    } finally {
      this.#giveUp = () => undefined;
    }
  }

  #silent(): Refusal {
    return new Refusal('source-unreachable', this.#label, `nothing came for ${limits.idleTimeout} ms`);
  }

  #refusalOf(error: unknown): Refusal {
    if (this.#cancelled.aborted) return new Refusal('cancelled', this.#label, 'cancelled by the person', error);
    return error instanceof Refusal ? error : new Refusal('source-unreachable', this.#label, 'the transfer broke', error);
  }
}
