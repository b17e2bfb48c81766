// A program to be killed: commits to the journal of a folder as fast as it can and prints the number, hash and row of
// each commit that was acknowledged. Now and then it commits many at once, and compacts.
// Usage: node journal-writer.ts FOLDER ROUND
import { writeSync } from 'node:fs';
import { openJournal } from '../../main/journal/journal.ts';

const [directory = '', round = ''] = process.argv.slice(2);
const journal = await openJournal(directory, { now: Date.now, segmentBytes: 20_000 });

async function commit(id: string): Promise<void> {
  const put = { id, attemptId: id, elapsedMs: 1, at: 1 };
  const { n, hash } = await journal.commit({ what: 'exam.clock', ops: [{ table: 'attemptClocks', put }] });
  writeSync(1, `${n} ${hash} ${id}\n`);
}

writeSync(1, 'open\n');
for (let turn = 0; ; turn++) {
  if (turn % 50 === 49) await journal.compact();
  const size = turn % 7 === 6 ? 20 : 1;
  await Promise.all(Array.from({ length: size }, (_, index) => commit(`${round}-${turn}-${index}`)));
}
