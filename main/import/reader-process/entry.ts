// What a reader process runs: takes one job, answers in pages, and waits to be ended.
import './harden.ts';
import { readWhole } from '../open-file.ts';
import { readQuestions } from '../read-questions.ts';
import { readSource } from '../read-source.ts';
import { itemsPerMessage, type End, type Job, type Message } from './messages.ts';
import { refusalOfError } from './run.ts';

const parent = process.parentPort as typeof process.parentPort | undefined; // there is none in a plain Node

if (parent) parent.once('message', ({ data }) => void work(data as Job));
else process.once('message', (job: Job) => void work(job)).once('disconnect', () => process.exit(0));

const post = parent?.postMessage.bind(parent);

/** Resolves when the message is on its way, so that pages do not pile up here. */
async function tell(message: Message): Promise<void> {
  if (post) post(message);
  else await new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}

async function work(job: Job): Promise<void> {
  await tell(await toEnd(job));
}

async function toEnd(job: Job): Promise<End> {
  try {
    const bytes = await readWhole(job.file, job.name);
    if ('code' in bytes) return { kind: 'refused', refusal: bytes };
    switch (job.kind) {
      case 'questions':
        return await questions(bytes, job);
      case 'source':
        return await source(bytes, job);
      case 'plan':
        return await plan(bytes, job.name);
    }
  } catch (error) {
    const refusal = refusalOfError(error);
    if (refusal) return { kind: 'refused', refusal };
    return { kind: 'fault', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function questions(bytes: Buffer, { name, options }: Extract<Job, { kind: 'questions' }>): Promise<End> {
  const reading = await readQuestions(bytes, name, options);
  const { questions: found, refusals, problems } = reading;
  await tell({ kind: 'total', items: found.length + refusals.length + problems.length });
  for (const items of pagesOf(found)) await tell({ kind: 'questions', items });
  for (const items of pagesOf(refusals)) await tell({ kind: 'refusals', items });
  for (const items of pagesOf(problems)) await tell({ kind: 'problems', items });
  return { kind: 'read', reading: { ...reading, questions: [], refusals: [], problems: [] } };
}

/** The reader of plans loads only where a plan is read. */
async function plan(bytes: Buffer, name: string): Promise<End> {
  const { readPlanFile } = await import('../../projects/read-plan-file.ts');
  const read = await readPlanFile(bytes, name);
  return 'code' in read ? { kind: 'refused', refusal: read } : { kind: 'plan-read', plan: read };
}

async function source(bytes: Buffer, { name, encoding }: Extract<Job, { kind: 'source' }>): Promise<End> {
  const sheets = await readSource(bytes, name, encoding);
  if ('code' in sheets) return { kind: 'refused', refusal: sheets };
  for (const { sheet, rows } of sheets) {
    for (const items of pagesOf(rows)) {
      const [first, last] = [items[0]?.row ?? 0, items.at(-1)?.row ?? 0];
      await tell({ kind: 'rows', page: { sheet, first, last, json: Buffer.from(JSON.stringify(items)) } });
    }
  }
  return { kind: 'source-read' };
}

function pagesOf<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / itemsPerMessage);
  return Array.from({ length: count }, (_, page) => items.slice(page * itemsPerMessage, (page + 1) * itemsPerMessage));
}
