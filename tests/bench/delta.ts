import { spawn } from 'node:child_process';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { seedFrom } from '@shared/exam/random.ts';
import type { Question } from '@shared/model/question.ts';
import { serveFolder, urlOf } from '../../main/cli/serve.ts';
import { publishPackage } from '../../main/publish/publish.ts';
import { manyQuestions } from '../support/many-questions.ts';
import { figure, type Figure } from './figure.ts';
import type { Workshop } from './workshop.ts';

const questions = 10_000;
const goal = 1.3;
const cli = path.resolve(import.meta.dirname, '../../dist/main/cli.js');
/** Signatures hold for 400 days from then. */
const firstDay = Date.now() - 2 * 86_400_000;

/** A bank, and what its author made of every hundredth question. */
interface Case {
  readonly name: string;
  readonly note: string;
  readonly bank: readonly Question[];
  readonly correct: (question: Question, number: number) => Question;
}

/** What an update of 1 % of a bank moves, metadata included, against the packed size of the changed questions alone. */
export async function deltaFigures({ folder }: Workshop): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const one of cases()) {
    figures.push(await measure(one, path.join(folder, one.name)));
    console.error(`${one.name}: ${figures.at(-1)?.ratio}`);
  }
  return figures;
}

function cases(): readonly Case[] {
  const ordinary = withIds(manyQuestions(questions).map((one, number) => ({ ...one, explanation: others[number]?.stem ?? '' })));
  const repetitive = withIds(manyQuestions(questions).map(fromTemplate));
  const asNew = (one: Question, number: number): Question => ({ ...(others[number] ?? one), id: one.id, section: one.section });
  return [
    {
      name: 'delta',
      note: 'ordinary bank; a third of the changed questions has one word more, a third another explanation, a third is worded anew',
      bank: ordinary,
      correct: (one, number) => [oneWordMore, reexplained, asNew][Math.floor(number / 100) % 3]!(one, number),
    },
    { name: 'delta-new', note: 'ordinary bank; all text of the changed questions is new', bank: ordinary, correct: asNew },
    {
      name: 'delta-random',
      note: 'the worst case: all text of the changed questions is drawn from 2,500 characters by dice, as no language is',
      bank: ordinary,
      correct: (one, number) => ({ ...one, stem: noise(number, 60), explanation: noise(number + 1, 60) }),
    },
    {
      name: 'delta-repetitive',
      note: 'a bank that a program wrote, every question like the next: hardly anything to move, so metadata weighs most',
      bank: repetitive,
      correct: reexplained,
    },
  ];
}

const others = manyQuestions(questions, 7);

/** Ids as the publisher makes them: by hash, which no packer shortens. */
const withIds = (bank: readonly Question[]): readonly Question[] =>
  bank.map((one, number) => {
    const dice = seedFrom(number + 1);
    return { ...one, id: `q-${Array.from({ length: 16 }, () => dice(16).toString(16)).join('')}` };
  });

const oneWordMore = (one: Question): Question => ({ ...one, stem: `${one.stem.slice(0, 8)}应当${one.stem.slice(8)}` });
const reexplained = (one: Question, number: number): Question => ({ ...one, explanation: others[number + 1]?.stem ?? '' });
const fromTemplate = (one: Question, number: number): Question => ({
  ...one,
  stem: `示例题干第${number}号：下列关于供电所日常工作记录与归档要求的说法中，符合示例文件规定的是哪一项（  ）。`,
  explanation: `示例解析：见示例文件第${number % 90}条。`,
  ...('options' in one && { options: [0, 1, 2, 3].map((place) => `示例选项${place}，编号${(number * 7 + place) % 9973}`) }),
});

function noise(seed: number, length: number): string {
  const dice = seedFrom(seed + 1);
  return Array.from({ length }, () => String.fromCodePoint(0x4e00 + dice(2_500))).join('');
}

async function measure({ name, note, bank, correct }: Case, folder: string): Promise<Figure> {
  const next = bank.map((one, number) => (isChanged(number) ? correct(one, number) : one));
  const repository = path.join(folder, 'repository');
  const server = await serveFolder(repository, 0);
  const wire = countWire(server);
  try {
    await publish(folder, bank, firstDay);
    await sync(urlOf(server), path.join(folder, 'into'));
    await publish(folder, next, firstDay + 86_400_000);
    const before = wire();
    const moved = await sync(urlOf(server), path.join(folder, 'into'));
    return figure({
      group: 'delta',
      name,
      value: moved,
      unit: 'B',
      peer: 'gzip -9 of the changed questions as JSON',
      peerValue: gzipSync(JSON.stringify(next.filter((_, number) => isChanged(number))), { level: 9 }).length,
      goal,
      note: `${questions} questions, 1 % changed, scattered; ${note}; metadata included, ${wire() - before} B with the headers of HTTP`,
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const isChanged = (number: number): boolean => number % 100 === 37;

async function publish(folder: string, bank: readonly Question[], now: number): Promise<void> {
  const contents = { kind: 'bank', items: { questions: bank } } as const;
  const desk = { repository: path.join(folder, 'repository'), keys: path.join(folder, 'keys'), now };
  const result = await publishPackage({ ...desk, name: 'bank', title: '题库', contents });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

/** All bytes that a server has sent so far. */
function countWire(server: Server): () => number {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  return () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0);
}

/** Runs `sanxun sync` and gives the bytes of files that came over the line. */
async function sync(from: string, into: string): Promise<number> {
  const child = spawn(process.execPath, [cli, 'sync', '--from', from, '--into', into, '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  for await (const chunk of child.stdout) text += String(chunk);
  const { ok, transferredBytes } = JSON.parse(text) as { ok: boolean; transferredBytes: number };
  if (!ok) throw new Error(text);
  return transferredBytes;
}
