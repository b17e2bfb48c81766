import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { ReceivingKeyState } from '@shared/ipc/exam.ts';
import { readJson, writeDurably } from '../files.ts';
import type { Safe } from '../publish/destinations.ts';
import { refuse } from '../publish/problem.ts';
import { queueFor } from '../sync/queue.ts';

/** The secret part of a receiving key (收卷密钥) as it leaves this computer: an age identity, and what it receives by. */
export interface ReceivingKey {
  /** `AGE-SECRET-KEY-1…`. */
  readonly identity: string;
  /** `age1…`. */
  readonly recipient: string;
}

/** The keys that answers and bundles are sealed to. The current one goes into new exams and packages of projects; former ones still open what was sealed to them. */
export interface ReceivingKeys {
  /** The current key; made at the first use. Throws PublishRefusal keys-missing where it does not open here. */
  current(): Promise<ReceivingKey>;
  /** Identities of all keys that open here. */
  identities(): Promise<readonly string[]>;
  state(): Promise<ReceivingKeyState>;
  /** Makes a key the current one; the one before stays for what was sealed to it. */
  takeIn(key: ReceivingKey): Promise<void>;
  /** The copy for the safe was written and read back. Milliseconds since 1970. */
  exported(recipient: string, at: number): Promise<void>;
}

const fileSchema = z.object({
  format: z.literal(1),
  /** The current one first. */
  keys: z.array(
    z.object({
      recipient: z.string(),
      /** The identity; as the system's safe sealed it where `inSafe`. */
      secret: z.string(),
      inSafe: z.boolean(),
      exportedAt: z.number().nullable(),
    }),
  ),
});
type StoredKey = z.infer<typeof fileSchema>['keys'][number];

/** The receiving keys in a folder, beside those that sign packages: `receiving.json`. `safe` is null where the system has none. */
export function openReceivingKeys(directory: string, safe: Safe | null): ReceivingKeys {
  const file = path.join(directory, 'receiving.json');
  const inTurn = queueFor(file);

  async function read(): Promise<readonly StoredKey[]> {
    const value = await readJson(file);
    if (value === null) return [];
    return fileSchema.safeParse(value).data?.keys ?? refuse('keys-missing', `收卷密钥文件读不出来：${file}。请从保险柜导入。`);
  }
  async function write(keys: readonly StoredKey[]): Promise<void> {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await writeDurably(file, `${JSON.stringify({ format: 1, keys }, null, 2)}\n`, 0o600);
  }
  const stored = ({ identity, recipient }: ReceivingKey): StoredKey => ({
    recipient,
    secret: safe ? safe.seal(identity) : identity,
    inSafe: safe !== null,
    exportedAt: null,
  });
  const make = (): Promise<readonly StoredKey[]> =>
    inTurn(async () => {
      const there = await read();
      if (there.length > 0) return there;
      const made = [stored(await makeReceivingKey())];
      await write(made);
      return made;
    });
  const currentOf = async (): Promise<StoredKey> => {
    const [first] = await make();
    if (!first) throw new Error('a receiving key was made and is not there');
    return first;
  };

  return {
    async current() {
      const { recipient, secret, inSafe } = await currentOf();
      const identity = opened(safe, secret, inSafe);
      if (identity === null) refuse('keys-missing', '收卷密钥在这个系统账户下打不开。请从保险柜导入，或换回原来的账户。');
      return { identity, recipient };
    },
    identities: async () => (await read()).flatMap(({ secret, inSafe }) => opened(safe, secret, inSafe) ?? []),
    async state() {
      const { recipient, secret, inSafe, exportedAt } = await currentOf();
      return { recipient, usable: opened(safe, secret, inSafe) !== null, exportedAt, former: (await read()).length - 1 };
    },
    takeIn: (key) =>
      inTurn(async () => {
        const others = (await read()).filter(({ recipient }) => recipient !== key.recipient);
        await write([stored(key), ...others]);
      }),
    exported: (recipient, at) =>
      inTurn(async () => write((await read()).map((key) => (key.recipient === recipient ? { ...key, exportedAt: at } : key)))),
  };
}

async function makeReceivingKey(): Promise<ReceivingKey> {
  return receivingKeyOf(await generateX25519Identity());
}

/** Throws where a text is no age identity. */
export const receivingKeyOf = async (identity: string): Promise<ReceivingKey> => ({
  identity,
  recipient: await identityToRecipient(identity),
});

/** The safe of another account or computer does not open what this one sealed. */
function opened(safe: Safe | null, secret: string, inSafe: boolean): string | null {
  if (!inSafe) return secret;
  try {
    return safe?.open(secret) ?? null;
  } catch {
    return null;
  }
}
