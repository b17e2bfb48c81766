import type { Handlers } from '../ipc.ts';
import { PinBook } from './pin-book.ts';

interface PeopleServices {
  readonly profile: string;
  readonly now: () => number;
  readonly log: (message: string) => void;
}

type PeopleHandlers = Pick<Handlers, Extract<keyof Handlers, `people:${string}`>>;

/** Who is who on a shared computer: PINs, and their keeper. */
export function peopleHandlers(services: PeopleServices): PeopleHandlers {
  const book = new PinBook(services);
  return {
    'people:pins': () => book.state(),
    'people:set-pin': (personId, current, pin) => book.set(personId, current, pin),
    'people:check-pin': (personId, pin) => book.check(personId, pin),
    'people:keep-pins': (personId, pin, keeperPin) => book.keep(personId, pin, keeperPin),
    'people:reset-pin': (personId, keeperPin, by) => book.reset(personId, keeperPin, by),
    'people:told-of-reset': (personId) => book.told(personId),
  };
}
