import { fail, succeed, type Failure, type Result } from '@shared/model/failure.ts';
import type { PinState } from '@shared/ipc/people.ts';
import { queue } from '../sync/queue.ts';
import { noPin, pinFileOf, readPins, writePins, type PinEntry, type Pins } from './pin-file.ts';
import { isPin, makeSecret } from './pin-secret.ts';
import { afterFailure, afterSuccess, triesLeft, waitOf } from './tries.ts';

interface PinBookOptions {
  readonly profile: string;
  readonly now: () => number;
  readonly log: (message: string) => void;
}

/**
 * The PINs of this computer. One step after another, so that tries made at once count each; a try counts from before it is
 * checked, so that pulling the plug gives none back.
 */
export class PinBook {
  readonly #file: string;
  readonly #now: () => number;
  readonly #log: (message: string) => void;
  readonly #inOrder = queue();

  constructor({ profile, now, log }: PinBookOptions) {
    this.#file = pinFileOf(profile);
    this.#now = now;
    this.#log = log;
  }

  state(): Promise<PinState> {
    return this.#inOrder(async () => {
      const { keeper, people } = await this.#read();
      const entries = Object.entries(people);
      return {
        protected: entries.flatMap(([id, { secret }]) => (secret ? [id] : [])),
        keeper,
        resets: entries.flatMap(([personId, { reset }]) => (reset ? [{ personId, ...reset }] : [])),
      };
    });
  }

  check(personId: string, pin: string): Promise<Result<null>> {
    return this.#inOrder(() => this.#check(personId, pin));
  }

  /** `current` is needed where there is a PIN already. Without a PIN nobody stays keeper. */
  set(personId: string, current: string | null, pin: string | null): Promise<Result<null>> {
    return this.#inOrder(async () => {
      const checked = await this.#check(personId, current ?? '');
      if (!checked.ok) return checked;
      const secret = pin === null ? null : await makeSecret(pin);
      await this.#change(
        personId,
        (entry) => ({ ...entry, secret }),
        (pins) => (pin === null && pins.keeper === personId ? null : pins.keeper),
      );
      this.#log(`people: ${personId} ${pin === null ? 'removed the PIN' : 'set a PIN'}`);
      return succeed(null);
    });
  }

  /** Makes somebody with a PIN the keeper; whoever is it now has to agree with the own PIN (null where nobody is). */
  keep(personId: string, pin: string, keeperPin: string | null): Promise<Result<null>> {
    return this.#inOrder(async () => {
      const { keeper, people } = await this.#read();
      if (!people[personId]?.secret) return fail('wrong-pin');
      const agreed = keeper === null || keeper === personId ? succeed(null) : await this.#check(keeper, keeperPin ?? '');
      const checked = agreed.ok ? await this.#check(personId, pin) : agreed;
      if (!checked.ok) return checked;
      await this.#change(
        personId,
        (entry) => entry,
        () => personId,
      );
      this.#log(`people: ${personId} is keeper of PINs`);
      return succeed(null);
    });
  }

  /** The keeper clears somebody's PIN. `by` is the keeper's name, which the owner is told. */
  reset(personId: string, keeperPin: string, by: string): Promise<Result<null>> {
    return this.#inOrder(async () => {
      const { keeper, people } = await this.#read();
      if (keeper === null || !people[keeper]?.secret) return fail('wrong-pin');
      const checked = await this.#check(keeper, keeperPin);
      if (!checked.ok) return checked;
      await this.#change(personId, (entry) => ({ ...afterSuccess(entry), secret: null, reset: { at: this.#now(), by } }));
      this.#log(`people: ${keeper} cleared the PIN of ${personId}`);
      return succeed(null);
    });
  }

  /** The owner has been told of a reset. */
  told(personId: string): Promise<void> {
    return this.#inOrder(() => this.#change(personId, (entry) => ({ ...entry, reset: null })));
  }

  /** Right also where there is no PIN. */
  async #check(personId: string, pin: string): Promise<Result<null>> {
    const entry = (await this.#read()).people[personId] ?? noPin;
    if (!entry.secret) return succeed(null);
    const until = waitOf(entry, this.#now());
    if (until !== null) return { ok: false, failure: tooMany(until) };
    const failed = afterFailure(entry, this.#now());
    await this.#change(personId, () => failed);
    if (await isPin(pin, entry.secret)) {
      await this.#change(personId, afterSuccess);
      return succeed(null);
    }
    this.#log(`people: wrong PIN for ${personId}, ${failed.failures} in a row`);
    const wait = waitOf(failed, this.#now());
    return wait === null ? fail('wrong-pin', String(triesLeft(failed))) : { ok: false, failure: tooMany(wait) };
  }

  async #change(
    personId: string,
    change: (entry: PinEntry) => PinEntry,
    keeperOf: (pins: Pins) => string | null = (pins) => pins.keeper,
  ): Promise<void> {
    const pins = await this.#read();
    const people = { ...pins.people, [personId]: change(pins.people[personId] ?? noPin) };
    await writePins(this.#file, { ...pins, keeper: keeperOf(pins), people });
  }

  #read(): Promise<Pins> {
    return readPins(this.#file, (error) => this.#log(`people: the file of PINs is damaged and was set aside: ${String(error)}`));
  }
}

const tooMany = (until: number): Failure => ({ kind: 'too-many-tries', subject: '', at: new Date(until).toISOString() });
