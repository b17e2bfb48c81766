import type { Report } from '@shared/model/report.ts';
import { examBlindSpotsReport } from '@shared/reports/exam/blind-spots.ts';
import { examMeritReport } from '@shared/reports/exam/merit.ts';
import { examPeopleReport } from '@shared/reports/exam/people.ts';
import { examQuestionsReport } from '@shared/reports/exam/questions.ts';
import { examUnitsReport } from '@shared/reports/exam/units.ts';
import type { ExamResults } from '../../data/examining/exam-results.ts';

export const tableNames = ['people', 'units', 'topics', 'questions', 'merit'] as const;
export type TableName = (typeof tableNames)[number];

/** The tables of an exam, as they are shown, printed and exported. */
export function reportOf(table: TableName, results: ExamResults, bureauName: string, today: string): Report {
  const { exam, figures, makeUps, all, units, before, year } = results;
  const heading = { bureauName, exam, today };
  switch (table) {
    case 'people':
      return examPeopleReport({ ...heading, results: figures.results, counts: all, makeUps });
    case 'units':
      return examUnitsReport({ ...heading, units, all, year: year.units, yearOfAll: year.all });
    case 'topics':
      return examBlindSpotsReport({ ...heading, topics: figures.topics, before });
    case 'questions':
      return examQuestionsReport({ ...heading, questions: figures.questions });
    case 'merit':
      return examMeritReport({ ...heading, people: year.people, exams: year.exams });
  }
}
