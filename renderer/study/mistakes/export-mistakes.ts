import type { ExportOutcome } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import type { Mistake } from '@shared/model/study.ts';
import { everywhere } from '@shared/study/sets.ts';
import { mistakeRemark, mistakesReport, type MistakenQuestion } from '@shared/reports/mistakes.ts';
import { request } from '../../bridge.ts';
import { readCatalogue } from '../../data/study/catalogue.ts';
import { readQuestion } from '../../data/study/study.ts';
import type { Session } from '../../session.tsx';
import { dayOf } from '../../ui/format.ts';

export type MistakesFormat = 'docx' | 'xlsx';

interface MistakesExport {
  readonly mistakes: readonly Mistake[];
  readonly format: MistakesFormat;
  /** Token of the chosen place. */
  readonly place: string;
  readonly person: Session['person'];
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Writes questions of the 错题本 into a place, with their answers and how often they went wrong; main reads the file back. */
export async function exportMistakes(order: MistakesExport, task: string): Promise<Result<ExportOutcome>> {
  const entries = await entriesOf(order.mistakes);
  return order.format === 'xlsx' ? exportTable(order, entries, task) : exportBooklet(order, entries, task);
}

/** In published order; a question that has left the banks is left out. */
async function entriesOf(mistakes: readonly Mistake[]): Promise<MistakenQuestion[]> {
  const byQuestion = new Map(mistakes.map((mistake) => [mistake.questionId, mistake]));
  const catalogue = await readCatalogue();
  const entries: MistakenQuestion[] = [];
  for (const number of catalogue.numbersOfIds([...byQuestion.keys()], everywhere).toSorted()) {
    const ref = catalogue.refAt(number);
    const question = ref && (await readQuestion(ref));
    const mistake = question && byQuestion.get(question.id);
    if (question && mistake) entries.push({ question, mistake, lastDay: dayOf(mistake.lastAt) });
  }
  return entries;
}

function exportTable({ place, person, now }: MistakesExport, entries: readonly MistakenQuestion[], task: string) {
  const { name: personName, unitName } = person;
  const report = mistakesReport({ personName, unitName, entries, today: dayOf(now) });
  return request('exports:write', { place, folder: report.fileName, reports: [report], formats: ['xlsx'] }, task);
}

/** So many questions are handed to main at once. */
const itemsAtOnce = 500;

async function exportBooklet({ place, title }: MistakesExport, entries: readonly MistakenQuestion[], task: string) {
  const collection = await request('bank:collect');
  for (let start = 0; start < entries.length; start += itemsAtOnce) {
    const items = entries.slice(start, start + itemsAtOnce).map((entry) => ({
      question: entry.question,
      score: null,
      refused: null,
      remark: mistakeRemark(entry),
    }));
    await request('bank:collect-add', collection, items);
  }
  return request('bank:export', { collection, format: 'booklet-with-answers', title, place }, task);
}
