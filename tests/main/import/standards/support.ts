import type { FileRefusal } from '@shared/bank/imported.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import type { Question } from '@shared/model/question.ts';

export const options: ReadOptions = { section: '', longestCell: 32_767 };

/** The reading itself; a refusal fails the test with its sentence. */
export function whole(reading: Reading | FileRefusal): Reading {
  if ('code' in reading) throw new Error(reading.message);
  return reading;
}

export const questionsOf = (reading: Reading | FileRefusal): readonly Question[] =>
  whole(reading).questions.map(({ question }) => question);
/** Problems as 'row severity code'. */
export const problemsOf = (reading: Reading | FileRefusal): string[] =>
  whole(reading).problems.map(({ row, severity, code }) => `${row} ${severity} ${code}`);
/** Why a file is refused as a whole. */
export const refusalOf = (reading: Reading | FileRefusal): string => ('code' in reading ? `${reading.code} ${reading.message}` : 'read');
