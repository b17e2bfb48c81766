import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { printPaper } from '@shared/exam/printed/paper.ts';
import type { PaperSize, Printout } from '@shared/ipc/exam.ts';
import { findElectron } from '../../../../main/cli/electron.ts';
import { printHtml } from '../../../../main/cli/print-html.ts';
import { paperDocx } from '../../../../main/export/papers/docx/paper-docx.ts';
import { paperHtml } from '../../../../main/export/papers/html/paper-html.ts';
import { partOf } from '../../../support/zip-part.ts';
import { randomPaper } from './random-paper.ts';

/** `SANXUN_RUNS=200` is the long form. */
const runs = Number(process.env.SANXUN_RUNS ?? 0);
const kinds: readonly (readonly [PaperSize, Printout])[] = [
  ['A4', 'candidate'],
  ['A3', 'candidate'],
  ['A3', 'teacher'],
  ['A4', 'teacher'],
];
const kindOf = (seed: number) => kinds[seed % kinds.length] ?? kinds[0]!;

/** Words of one question, its stem and options: `q7s`, `q7o0`; of a part of a case `q7p1s`. */
const word = /q\d+(?:p\d+)?(?:s|o\d)/g;
const questionOf = (found: string): string => found.replace(/(?:s|o\d)$/, '');

describe('in Word', () => {
  test.each([1, 2, 3, 4, 5, 6])('every line of a question but its last is kept with the next: paper %i', async (seed) => {
    const [size, printout] = kindOf(seed);
    const xml = partOf(Buffer.from(await paperDocx(printPaper(randomPaper(seed)), { size, printouts: [printout] })), 'word/document.xml');
    const lines = xml.split('<w:p>').map((paragraph) => ({
      words: paragraph.match(word) ?? [],
      kept: paragraph.includes('<w:keepNext/>') && paragraph.includes('<w:keepLines/>'),
    }));
    const places = Map.groupBy(
      lines.flatMap(({ words }, line) => words.map((each) => ({ question: questionOf(each), line }))),
      ({ question }) => question,
    );
    expect(places.size).toBeGreaterThan(20);
    for (const [question, found] of places) {
      const all = found.map(({ line }) => line);
      for (let line = Math.min(...all); line < Math.max(...all); line += 1)
        expect([question, line, lines[line]?.kept]).toEqual([question, line, true]);
    }
  });
});

const root = path.resolve(import.meta.dirname, '../../../..');
const canPrint = findElectron(root) !== null && existsSync(path.join(root, 'dist/main/print.js')) && hasPdftotext();

function hasPdftotext(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'sanxun-together-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface PrintedWords {
  readonly words: ReadonlySet<string>;
  /** Page and, on A3, column that words of a question stand on: one, where it was not parted. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
}

async function wordsIn(file: string, columns: number): Promise<PrintedWords> {
  const { stdout } = await promisify(execFile)('pdftotext', ['-bbox', file, '-'], { maxBuffer: 1e8 });
  const places = new Map<string, Set<string>>();
  const words = new Set<string>();
  for (const [number, page] of stdout.split('<page ').slice(1).entries()) {
    const width = Number(/width="([\d.]+)"/.exec(page)?.[1]);
    for (const [, x, text = ''] of page.matchAll(/<word xMin="([\d.]+)"[^>]*>([^<]*)</g)) {
      const column = columns === 2 && Number(x) > width / 2 ? 1 : 0;
      for (const found of text.match(word) ?? []) {
        const question = questionOf(found);
        words.add(found);
        places.set(question, (places.get(question) ?? new Set()).add(`${number + 1}/${column}`));
      }
    }
  }
  return { words, places };
}

test.skipIf(!canPrint)(
  'in print no option stands on another page, or in another column, than its stem',
  { timeout: 60_000 + runs * 10_000 },
  async () => {
    const seeds = Array.from({ length: runs > 0 ? runs : 2 }, (_, n) => n + 1);
    let questions = 0;
    for (const seed of seeds) {
      const [size, printout] = kindOf(seed);
      const file = path.join(folder, `${seed}.pdf`);
      const paper = randomPaper(seed);
      await printHtml(paperHtml(printPaper(paper), { size, printouts: [printout] }), file);
      const { words, places } = await wordsIn(file, size === 'A3' ? 2 : 1);
      expect([...words].toSorted()).toEqual([...new Set(JSON.stringify(paper).match(word))].toSorted());
      for (const [question, where] of places) expect([seed, question, [...where]]).toEqual([seed, question, [[...where][0]]]);
      questions += places.size;
      rmSync(file);
    }
    if (runs > 0) console.log({ papers: seeds.length, questions });
  },
);
