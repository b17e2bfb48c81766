import type { Args, Reply } from '@shared/ipc/contract.ts';
import { openReceivingKeys } from '../examining/receiving-key.ts';
import type { Safe } from '../publish/destinations.ts';
import { publisherResult } from '../publish/failure.ts';
import { publishInWindow } from '../publish/in-window.ts';
import { publishPackage } from '../publish/publish.ts';
import { keysFolder } from '../publish/remembered.ts';
import type { PublisherSession } from '../publish/session.ts';
import type { Log } from '../sync/refusal.ts';
import type { Tasks } from '../tasks.ts';

export interface ReviewingServices {
  readonly profile: string;
  readonly session: PublisherSession;
  readonly tasks: Tasks;
  /** The folder behind a token, or null. */
  readonly placeOf: (token: string) => string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

export interface ReviewingHandlers {
  readonly 'projects:publish': (...args: Args<'projects:publish'>) => Promise<Reply<'projects:publish'>>;
}

/** Publishes what the bureau decides on projects, with the key that branches seal their bundles to. */
export function createReviewingService(
  { profile, session, tasks, placeOf, now, log }: ReviewingServices,
  safe: Safe | null,
): ReviewingHandlers {
  const keys = openReceivingKeys(keysFolder(profile), safe);
  return {
    'projects:publish': ({ place, name, title, contents, clockOk }, task) =>
      tasks.run(task, async () => {
        const key = await publisherResult(log, 'receiving key', () => keys.current());
        if (!key.ok) return key;
        const items = { ...contents, receiving: [{ id: 'receiving', recipient: key.value.recipient }] } as const;
        return publishInWindow({ profile, session, placeOf, now }, place, (desk) =>
          publishPackage({ ...desk, name, title, contents: { kind: 'projects', items }, clockOk }),
        );
      }),
  };
}
