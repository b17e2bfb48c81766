import { clip } from '@shared/reports/format.ts';
import type { Messages } from '@shared/messages/index.ts';
import type { Candidate, Exam } from '@shared/model/examining.ts';
import type { Report } from '@shared/model/report.ts';

/** 未交答卷名单 of an exam. `today` is 'YYYY-MM-DD'. */
export function missingReport(
  { title }: Pick<Exam, 'title'>,
  missing: readonly Candidate[],
  { today, words }: { readonly today: string; readonly words: Messages['collecting']['missing'] },
): Report {
  const { columns } = words;
  return {
    title: clip(words.report(title), 100),
    head: [words.day(today), words.count(missing.length)],
    columns: [
      { title: columns.number, width: 4, kind: 'number' },
      { title: columns.unit, width: 14, kind: 'text' },
      { title: columns.branch, width: 12, kind: 'text' },
      { title: columns.name, width: 8, kind: 'text' },
      { title: columns.staffNumber, width: 10, kind: 'text' },
      { title: columns.duty, width: 6, kind: 'text' },
    ],
    rows: missing.map(({ unitName, branch, name, staffNumber, duty }, place) => [
      place + 1,
      unitName,
      branch,
      name,
      staffNumber,
      words.duties[duty],
    ]),
    total: null,
    foot: [],
    orientation: 'portrait',
    fileName: clip(`${words.report(title)}-${today}`, 100),
  };
}
