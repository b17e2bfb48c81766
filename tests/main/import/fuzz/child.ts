// Reads mutated samples in a process that its parent can end. Tells each case before it begins, and what went wrong.
import '../../../../main/import/reader-process/harden.ts';
import { readQuestions } from '../../../../main/import/read-questions.ts';
import { refusalOfError } from '../../../../main/import/reader-process/run.ts';
import { samples } from '../samples.ts';
import { dice, mutate, mutatePart } from './mutate.ts';

export interface FuzzJob {
  readonly seed: number;
  /** The first case and the one after the last. */
  readonly from: number;
  readonly to: number;
}

export type FuzzMessage =
  | { readonly kind: 'case'; readonly number: number; readonly name: string }
  | { readonly kind: 'failure'; readonly number: number; readonly name: string; readonly reason: string }
  | { readonly kind: 'read' }
  | { readonly kind: 'done' };

/** No mutated file of a few kilobytes may take longer (ms). */
const longest = 3_000;

process.once('message', (job: FuzzJob) => void run(job));

/** Resolves when the parent has it: a case that hangs must be known by then. */
const tell = (message: FuzzMessage): Promise<void> =>
  new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

async function run({ seed, from, to }: FuzzJob): Promise<void> {
  const named = Object.entries(await samples());
  const before = prototypes();
  for (let number = from; number < to; number += 1) {
    const [name, sample] = named[number % named.length]!;
    const roll = dice(seed * 1_000_003 + number);
    const isZip = sample.toString('latin1', 0, 2) === 'PK';
    const bytes = isZip && roll() < 0.6 ? await mutatePart(sample, roll) : mutate(sample, roll);
    await tell({ kind: 'case', number, name });
    const started = performance.now();
    const reason = await fault(bytes, name).catch((error: unknown) =>
      error instanceof Error ? (error.stack ?? error.message) : String(error),
    );
    const took = performance.now() - started;
    if (reason === 'questions') await tell({ kind: 'read' });
    else if (reason !== '') await tell({ kind: 'failure', number, name, reason });
    if (took > longest) await tell({ kind: 'failure', number, name, reason: `took ${Math.round(took)} ms` });
    if (prototypes() !== before) await tell({ kind: 'failure', number, name, reason: 'a prototype was changed' });
  }
  await tell({ kind: 'done' });
}

/** '' for a file that was refused, 'questions' for one that was read, else what is wrong with the reading. */
async function fault(bytes: Buffer, name: string): Promise<string> {
  try {
    const { questions, refusals, problems, accounted } = await readQuestions(bytes, name, { section: '', encoding: null, columns: null });
    const sum = accounted.questions + accounted.headings + accounted.refused + accounted.ignored;
    if (sum !== accounted.source) return `${accounted.source} rows are accounted for as ${sum}`;
    const silent = refusals.find(
      ({ sheet, row, lastRow }) =>
        !problems.some(
          (problem) => problem.severity === 'error' && problem.sheet === sheet && problem.row >= row && problem.row <= lastRow,
        ),
    );
    if (silent) return `row ${silent.row} was refused without a word`;
    if (questions.some(({ row, lastRow }) => !(row >= 1 && lastRow >= row))) return 'a question stands nowhere';
    return questions.length > 0 ? 'questions' : '';
  } catch (error) {
    if (refusalOfError(error)) return '';
    throw error;
  }
}

const prototypes = (): string =>
  [Object.prototype, Array.prototype, String.prototype, Map.prototype].map((one) => Object.getOwnPropertyNames(one).join()).join('|');
