import { searchForm, wordsOf } from '@shared/bank/search/text.ts';
import { stemKey, stemKeysOf } from '@shared/exam/assembly/alike.ts';
import { checkBlueprint } from '@shared/exam/assembly/check.ts';
import { drawPair, drawPaper } from '@shared/exam/assembly/draw.ts';
import { othersLike } from '@shared/exam/assembly/instead.ts';
import type { Question } from '@shared/model/question.ts';
import { never } from '@shared/never.ts';
import { readExposure } from './exposure.ts';
import type { Asking, FromAssembly, PoolChoice, PoolCount, Questions, ToAssembly } from './messages.ts';
import { openPool, type OpenPool } from './open-pool.ts';

/** Texts that are read at once while looking for one that fits. */
const readAtOnce = 40;

/** The side of the worker: keeps the pool that was asked for last, as it was when the worker was started. */
export class AssemblyServer {
  readonly #say: (message: FromAssembly) => void;
  #opened: { readonly key: string; readonly pool: Promise<OpenPool> } | null = null;

  constructor(say: (message: FromAssembly) => void) {
    this.#say = say;
  }

  async hear({ number, asking }: ToAssembly): Promise<void> {
    const opened = await this.#open(asking.pool);
    this.#say({ number, answer: await answer(asking, opened) });
  }

  #open(choice: PoolChoice): Promise<OpenPool> {
    const key = JSON.stringify([choice.installed, choice.bankIds]);
    if (this.#opened?.key !== key) this.#opened = { key, pool: openPool(choice) };
    return this.#opened.pool;
  }
}

async function answer(asking: Asking, opened: OpenPool): Promise<Questions[keyof Questions]['answer']> {
  const { pool, read } = opened;
  switch (asking.kind) {
    case 'counts':
      return countKinds(opened);
    case 'check':
      return checkBlueprint(pool, asking.blueprint, asking.shared);
    case 'draw':
      return drawPaper({ ...asking, pool, exposure: await readExposure(asking.exposure) }, read);
    case 'drawPair':
      return drawPair({ ...asking, pool, exposure: await readExposure(asking.exposure) }, read);
    case 'find':
      return find(asking.text, asking.most, opened);
    case 'read':
      return [...(await read(asking.ids)).values()];
    case 'instead':
      return findInstead(asking, opened);
    default:
      return never(asking);
  }
}

function countKinds({ pool }: OpenPool): PoolCount[] {
  const counts = new Map<string, Omit<PoolCount, 'count'> & { count: number }>();
  for (const { section, type, topic, difficulty } of pool.entries) {
    const key = `${type}\n${difficulty}\n${section}\n${topic}`;
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { section, type, topic, difficulty, count: 1 });
  }
  return [...counts.values()];
}

async function find(text: string, most: number, { all }: OpenPool): Promise<Question[]> {
  const words = wordsOf(text);
  const found: Question[] = [];
  for await (const questions of words.length > 0 ? all() : []) {
    const fits = ({ id, stem }: Question): boolean => {
      const form = searchForm(`${id}\n${stem}`);
      return words.every((word) => form.includes(word));
    };
    found.push(...questions.filter(fits));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

type AskingInstead = Extract<Asking, { kind: 'instead' }>;

async function findInstead(
  { question, blueprint, onPapers, exposure, most }: AskingInstead,
  { pool, read }: OpenPool,
): Promise<Question[]> {
  const exposures = await readExposure(exposure);
  const ids = othersLike(question, { pool, blueprint, exposure: exposures, onPapers: onPapers.map(({ id }) => id) });
  const asked = new Set(onPapers.filter(({ id }) => id !== question.id).flatMap(stemKeysOf));
  const found: Question[] = [];
  for (let from = 0; from < ids.length && found.length < most; from += readAtOnce) {
    const texts = await read(ids.slice(from, from + readAtOnce));
    found.push(
      ...[...texts.values()].filter((other) => !stemKeysOf(other).some((key) => asked.has(key)) && stemKey(other) !== stemKey(question)),
    );
  }
  return found.slice(0, most);
}
