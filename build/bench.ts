// `npm run -s bench [-- --only NAME,…]`: prints one JSON document of figures, each a ratio against a peer measured in the
// same run. Messages go to standard error.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { answerFigures } from '../tests/bench/answer.ts';
import { deltaFigures } from '../tests/bench/delta.ts';
import { downloadFigures } from '../tests/bench/download.ts';
import type { Figure } from '../tests/bench/figure.ts';
import { installFigures } from '../tests/bench/install.ts';
import { mergeFigures } from '../tests/bench/merge.ts';
import { paperFigures } from '../tests/bench/paper.ts';
import { planEditFigures } from '../tests/bench/plan-edit.ts';
import { planMergeFigures } from '../tests/bench/plan-merge.ts';
import { registerFigures } from '../tests/bench/register.ts';
import { searchFigures } from '../tests/bench/search.ts';
import { sizeFigures } from '../tests/bench/size.ts';
import { startFigures } from '../tests/bench/start.ts';
import { studySetFigures } from '../tests/bench/study-set.ts';
import { workbookFigures } from '../tests/bench/workbook.ts';
import { openWorkshop } from '../tests/bench/workshop.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const all = [
  'start',
  'memory',
  'install-100k',
  'answer',
  'search',
  'paper',
  'study-set',
  'delta',
  'download',
  'memory-stream',
  'xlsx-check',
  'merge',
  'plan-edit',
  'plan-merge',
  'register',
  'size',
];
const wanted = new Set(values.only?.split(',') ?? all);
const unknown = [...wanted].filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`unknown figures: ${unknown.join(', ')}; known: ${all.join(', ')}`);
  process.exit(2);
}

const workshop = await openWorkshop();
try {
  const figures: Figure[] = [];
  if (wanted.has('start')) figures.push(...(await startFigures(workshop)));
  if (wanted.has('answer')) figures.push(...(await answerFigures(workshop)));
  if (wanted.has('install-100k') || wanted.has('memory')) figures.push(...(await installFigures(workshop)));
  if (wanted.has('search')) figures.push(...searchFigures());
  if (wanted.has('study-set')) figures.push(...(await studySetFigures(workshop)));
  if (wanted.has('paper')) figures.push(...paperFigures());
  if (wanted.has('delta')) figures.push(...(await deltaFigures(workshop)));
  if (wanted.has('download') || wanted.has('memory-stream')) figures.push(...(await downloadFigures(workshop)));
  if (wanted.has('xlsx-check')) figures.push(...(await workbookFigures(workshop)));
  if (wanted.has('merge')) figures.push(...mergeFigures());
  if (wanted.has('plan-edit')) figures.push(...(await planEditFigures(workshop)));
  if (wanted.has('plan-merge')) figures.push(...(await planMergeFigures(workshop)));
  if (wanted.has('register')) figures.push(...(await registerFigures(workshop)));
  if (wanted.has('size')) figures.push(...sizeFigures());
  const machine = {
    cpus: os.cpus().length,
    model: os.cpus()[0]?.model ?? '',
    memory: os.totalmem(),
    platform: os.platform(),
    load: os.loadavg()[0],
  };
  console.log(JSON.stringify({ machine, figures: figures.filter((figure) => wanted.has(figure.group)) }, null, 2));
} finally {
  workshop.close();
}
