import { everything, BankIndex } from '@shared/bank/search.ts';
import { searchForm, textsOf } from '@shared/bank/search/text.ts';
import { packEntries } from '@shared/bank/work/blocks.ts';
import { seedFrom } from '@shared/exam/random.ts';
import { readingsOf } from '../../renderer/data/bank/search/readings.ts';
import { manyEntries } from '../support/many-questions.ts';
import { figure, median, percentile, type Figure } from './figure.ts';

const questions = 100_000;
const queries = 200;
const rows = 50;
/** Milliseconds from a key to the list: one frame of the screen. */
const goal = 16;

/** Typing 200 words into the list of 100,000 questions, key by key from the second, against filtering an array of the same texts. */
export function searchFigures(): Figure[] {
  const entries = manyEntries(questions);
  const texts = entries.map((entry) => textsOf(entry).map(searchForm).join('\n'));
  const started = performance.now();
  const index = new BankIndex(readingsOf);
  let blocks = 0;
  for (const block of packEntries(entries, { bankId: 'bench', place: 0, newId: () => `block-${(blocks += 1)}` })) index.put(block);
  const built = performance.now() - started;
  const keys: number[] = [];
  const filters: number[] = [];
  let missed = 0;
  for (const word of wordsIn(texts)) {
    for (let length = 2; length <= word.length; length += 1) {
      const text = word.slice(0, length);
      const [total, took] = timed(() => index.find({ ...everything, text }, 0, rows).total);
      keys.push(took);
      if (length < word.length) continue;
      const [expected, filtering] = timed(() => texts.filter((one) => one.includes(text)).length);
      filters.push(filtering);
      missed += Math.abs(expected - total);
    }
  }
  const value = percentile(keys, 0.95);
  const note = `${keys.length} keys of ${queries} words, recall ${missed === 0 ? '1.0' : `off by ${missed}`}; p50 ${median(keys).toFixed(2)} ms; read in ${Math.round(built)} ms; the goal is in ms`;
  const measured = { group: 'search', name: 'search-p95', value, unit: 'ms', peer: 'filter of an array of the texts, p95' } as const;
  return [{ ...figure({ ...measured, peerValue: percentile(filters, 0.95), goal: null, note }), goal, met: value <= goal && missed === 0 }];
}

/** Stretches of two to six characters of the texts themselves, the same in every run. Letters are left to the law in the tests: they are also initials. */
function wordsIn(texts: readonly string[]): string[] {
  const dice = seedFrom(7);
  const words: string[] = [];
  while (words.length < queries) {
    const text = texts[dice(texts.length)] ?? '';
    const from = dice(Math.max(1, text.length - 6));
    const word = text.slice(from, from + 2 + dice(5));
    if (word.length >= 2 && !/[\sa-z]/.test(word)) words.push(word);
  }
  return words;
}

function timed<T>(work: () => T): readonly [T, number] {
  const started = performance.now();
  const result = work();
  return [result, performance.now() - started];
}
