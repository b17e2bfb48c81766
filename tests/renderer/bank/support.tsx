import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';
import type { BankReading, PublisherState, ReadEntry, ReadRequest } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import type { Question } from '@shared/model/question.ts';
import BankScreens from '../../../renderer/bank/index.tsx';
import { createBank } from '../../../renderer/data/bank/banks.ts';
import { addQuestion } from '../../../renderer/data/bank/edits.ts';
import { useRoute } from '../../../renderer/route.ts';
import { installBankWorkers } from '../../support/bank-workers.ts';
import { memoryBridge, type MemoryBridge } from '../../support/memory-bridge.ts';
import { renderScreen } from '../../support/screen.tsx';

export const bankId = 'bank-1';

/** A question that can be answered; `change` is what matters to the test. */
export const question = (id: string, change: Partial<Extract<Question, { type: 'single' | 'multiple' }>> = {}): Question => ({
  id,
  type: 'single',
  section: '党史',
  topic: '',
  stem: `示例题 ${id}（　）。`,
  explanation: '',
  basis: '',
  difficulty: 'medium',
  options: ['甲', '乙', '丙', '丁'],
  answer: [1],
  shuffle: true,
  ...change,
});

/** A row as main reads it: a question, or null for one that was refused. */
export const row = (number: number, one: Question | null): ReadEntry => ({
  place: { sheet: '题库', row: number, lastRow: number },
  question: one,
  draft: one
    ? null
    : { type: 'single', stem: '没有选项的示例', options: [], answer: 'B', explanation: '', basis: '', section: '党史', topic: '' },
  findings: one ? [] : [{ severity: 'error', code: 'options-missing', message: '缺少选项。' }],
  score: null,
  entryId: '',
});

/** What main is asked, and what it answers for files. */
export interface FakeMain {
  readonly bridge: MemoryBridge;
  readonly reads: readonly ReadRequest[];
  readonly released: readonly string[];
}

interface FileInMain {
  readonly name: string;
  readonly rows: readonly ReadEntry[];
  readonly change?: Partial<BankReading>;
}

type Answers = NonNullable<Parameters<typeof memoryBridge>[0]>;

/** A main process that reads one file; the bank's workers run in the page. */
export async function fakeMain({ name, rows, change = {} }: FileInMain, more: Answers = {}): Promise<FakeMain> {
  installBankWorkers();
  const reads: ReadRequest[] = [];
  const released: string[] = [];
  const refused = rows.filter((one) => one.question === null).length;
  const reading: BankReading = {
    reading: 'reading-1',
    file: name,
    format: 'xlsx',
    sha256: 'ab'.repeat(32),
    encoding: null,
    accounted: { source: rows.length + 1, questions: rows.length - refused, headings: 1, refused, ignored: 0 },
    entries: rows.length,
    problems: [],
    headers: [{ sheet: '题库', row: 1, titles: ['题干', '答案'], columns: ['stem', 'answer'] }],
    ...change,
  };
  const bridge = await memoryBridge({
    'bank:choose-files': () => [{ token: 'token-1', name, bytes: 1_000 }],
    'bank:read': (request) => {
      reads.push(request);
      return succeed(reading);
    },
    'bank:entries': (_reading, from, count) => rows.slice(from, from + count),
    'bank:release': (id) => void released.push(id),
    'bank:source': (_sha, { row: first, lastRow }) =>
      succeed(Array.from({ length: lastRow - first + 1 }, (_, place) => ({ row: first + place, cells: [`原文 ${first + place}`] }))),
    'exports:places': () => [],
    'exports:choose-place': () => ({ place: 'folder', label: '发布' }),
    'packages:installed': () => [],
    'publisher:state': () => neverPublished,
    'tasks:cancel': () => undefined,
    ...more,
  });
  return { bridge, reads, released };
}

/** What main knows before anything was published. */
export const neverPublished: PublisherState = {
  repository: null,
  published: [],
  keys: { root: { keys: [], threshold: 1 }, online: [], rootExpires: '', expires: '', exported: { root: null, online: null } },
  destinations: [],
  troubles: [],
};

/** The bank with these questions in it. */
export async function bankWith(questions: readonly Question[]): Promise<void> {
  const made = await createBank({ id: bankId, name: 'party', title: '示例题库', createdAt: 1 });
  if (!made.ok) throw new Error('the bank was not made');
  for (const [place, one] of questions.entries()) {
    const added = await addQuestion(bankId, one, { id: `made-${place}`, personId: 'person-1', at: place + 1 });
    if (!added.ok) throw new Error(`question ${place} was not added`);
  }
}

/** The screens of the bank as the shell shows them, at a place. */
export function showBank(...place: readonly string[]): void {
  window.location.hash = `#/bank/${place.join('/')}`;
  renderScreen(AtRoute, []);
}

function AtRoute() {
  return <BankScreens route={useRoute().slice(1)} />;
}

/** Stems that a list shows, from its first row on. */
export const stemsShown = (column: number): (string | undefined)[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((shown) => shown.children[column]?.textContent ?? undefined);

/** Clicks a button as soon as it can be clicked. */
export async function press(name: string | RegExp, where: HTMLElement = document.body): Promise<void> {
  const button = await waitFor(() => {
    const found = within(where).getByRole<HTMLButtonElement>('button', { name });
    expect(found.disabled).toBe(false);
    return found;
  });
  await userEvent.click(button);
}

export { fail, succeed };
