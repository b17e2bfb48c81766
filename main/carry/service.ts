import type { Args, Channel, Reply } from '@shared/ipc/contract.ts';
import { fail } from '@shared/model/failure.ts';
import type { HistoryEntry } from '@shared/ipc/packages.ts';
import { asResult, type Log } from '../sync/refusal.ts';
import type { Tasks } from '../tasks.ts';
import { carry } from './carry.ts';
import type { Stock } from '../sync/service/stock.ts';
import { listCarriable } from './holding.ts';

export interface CarryServiceOptions {
  readonly stock: Stock;
  readonly tasks: Tasks;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  /** Writes a line of what happened to packages here. */
  readonly note: (entry: Omit<HistoryEntry, 'at'>) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

type CarryChannel = Extract<Channel, 'packages:carriable' | 'packages:carry'>;
type CarryHandlers = { readonly [C in CarryChannel]: (...args: Args<C>) => Promise<Reply<C>> };

/** A stick for another office. One entry a channel. */
export function createCarryService({ stock, tasks, placeOf, note, now, log }: CarryServiceOptions): CarryHandlers {
  return {
    'packages:carriable': () => listCarriable(stock),
    async 'packages:carry'({ publisher, packages, place }, task) {
      const folder = placeOf(place);
      if (folder === null) return fail('place-gone');
      const result = await asResult(log, '', () =>
        tasks.run(task, (signal, progress) => carry({ stock, publisher, packages, folder, now: now(), signal, progress })),
      );
      if (!result.ok) return result;
      const of = { event: 'carried', source: result.value.folderLabel, publisher, failure: null, reason: '' } as const;
      for (const { title, version } of result.value.packages) await note({ ...of, subject: title, version });
      return result;
    },
  };
}
