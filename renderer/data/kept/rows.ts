import Dexie from 'dexie';
import type { Mistake, QuestionMark, Response, Schedule } from '@shared/model/study.ts';
import { database } from '../database.ts';
import { getAll } from './bare.ts';
import { KeptRows, type Kept, type RowsSource } from './kept-rows.ts';
import { watchTable } from './watch.ts';

/** So many rows are read at once. */
const rowsAtOnce = 500;

/** Behind every id. */
const highest = '\uffff';

const responses = new KeptRows<Response>({
  touch: (personId) => ofPerson(personId).limit(1).primaryKeys(),
  pages: responsePages,
});
const mistakes = new KeptRows<Mistake>(rowsById('mistakes'));
const schedules = new KeptRows<Schedule>(rowsById('schedules'));
const marks = new KeptRows<QuestionMark>(rowsById('questionMarks'));

watchTable('responses', responses);
watchTable('mistakes', mistakes);
watchTable('schedules', schedules);
watchTable('questionMarks', marks);

/** All answers of one person, by their ids. Of one person at a time the rows stay in memory; so with the following. */
export const keptResponses = (personId: string): Promise<Kept<Response>> => responses.read(personId);

export const keptMistakes = (personId: string): Promise<Kept<Mistake>> => mistakes.read(personId);

export const keptSchedules = (personId: string): Promise<Kept<Schedule>> => schedules.read(personId);

export const keptMarks = (personId: string): Promise<Kept<QuestionMark>> => marks.read(personId);

const ofPerson = (personId: string) =>
  database.responses.where('[personId+at]').between([personId, Dexie.minKey], [personId, Dexie.maxKey], true, true);

/** By time: ids of answers do not begin with the person. Answers handed in together share their time, so each page begins with that of the last row. */
async function* responsePages(personId: string): AsyncGenerator<readonly Response[]> {
  let from = -Infinity;
  for (let count = rowsAtOnce; ;) {
    const range = IDBKeyRange.bound([personId, from], [personId, Infinity]);
    const page = await getAll<Response>('responses', '[personId+at]', range, count);
    yield page;
    if (page.length < count) return;
    const last = page.at(-1)?.at ?? Infinity;
    count = last === from ? 2 * count : rowsAtOnce;
    from = last;
  }
}

/** For tables whose ids are `personId:questionId`. */
function rowsById<Row extends { readonly id: string }>(table: 'mistakes' | 'schedules' | 'questionMarks'): RowsSource<Row> {
  return {
    touch: (personId) => database[table].where('id').startsWith(`${personId}:`).limit(1).primaryKeys(),
    async *pages(personId) {
      let from = `${personId}:`;
      for (;;) {
        const page = await getAll<Row>(table, null, IDBKeyRange.bound(from, `${personId}:${highest}`, true), rowsAtOnce);
        yield page;
        if (page.length < rowsAtOnce) return;
        from = page.at(-1)?.id ?? highest;
      }
    },
  };
}
