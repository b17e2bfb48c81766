import type { Exam } from '@shared/model/examining.ts';
import type { Report } from '@shared/model/report.ts';
import type { Messages } from '@shared/messages/index.ts';

export interface SlipFacts {
  readonly startCode: string;
  readonly packageName: string;
  /** From when to when, and how long, in words. */
  readonly when: string;
  readonly minutes: string;
}

/** 启封码通知单: what has to be read out, when, and how it is kept until then. */
export function codeSlip(
  { title }: Pick<Exam, 'title'>,
  { startCode, packageName, when, minutes }: SlipFacts,
  words: Messages['exams']['page']['slip'],
): Report {
  return {
    title: words.title,
    head: [],
    columns: [
      { title: words.item, width: 10, kind: 'text' },
      { title: words.content, width: 30, kind: 'text' },
    ],
    rows: [
      [words.exam, title],
      [words.window, when],
      [words.minutes, minutes],
      [words.package, packageName],
      [words.code, [...startCode].join(' ')], // read out character by character
      [words.read, words.readText],
    ],
    total: null,
    foot: [words.keep, words.sign],
    orientation: 'portrait',
    fileName: words.file(title).slice(0, 100),
  };
}
