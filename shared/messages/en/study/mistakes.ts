import type { studyMistakes as master } from '../../zh/study/mistakes.ts';

export const studyMistakes: typeof master = {
  title: 'Mistakes',
  rule: (times) =>
    times === 1
      ? 'Rule: a question answered wrong comes in here by itself; one right answer moves it to “Overcome”.'
      : `Rule: a question answered wrong comes in here by itself; ${times} right answers in a row move it to “Overcome”.`,
  again: 'One that was overcome comes back when it is answered wrong again.',
  feeds:
    'Answers from study, practice, mock tests and the quarterly exam (once its answers are published) count; reading with answers shown does not. Nobody but you sees this.',
  changeRule: 'Change the rule',
  ruleTitle: 'Change the rule',
  ruleLegend: 'How many right answers in a row move a question to “Overcome”',
  times: (times) => (times === 1 ? 'once' : `${times} times`),
  byPolicy: (times) => `As the bureau says (now ${times})`,
  ruleEffect: 'When saved, what stands in here already is counted anew by the new rule, from the first answer on.',
  save: 'Save',
  lists: { open: 'To work on', overcome: 'Overcome' },
  counted: (label, count) => `${label} (${count})`,
  listsName: 'The two parts',
  sectionsName: 'By section',
  allSections: 'All sections',
  practiseAll: (count) => `Practise all ${count}`,
  practiseSection: (section, count) => `Practise ${count} of “${section}”`,
  export: 'Export to Word or Excel',
  toStudy: 'Back to study',
  none: 'There are no mistakes. Questions answered wrong are kept here by themselves.',
  begin: 'Study',
  noneOpen: 'Nothing left to work on: all are overcome.',
  noneOvercome: 'Nothing is overcome yet.',
  columns: {
    stem: 'Question',
    type: 'Type',
    section: 'Section',
    wrong: 'Wrong',
    lacking: 'Still lacking',
    last: 'Last answer',
    overcomeOn: 'Overcome on',
  },
  wrongTimes: (count) => `${count}×`,
  lacking: (count) => `${count} more`,
  reading: 'Reading…',
  keys: '↑ ↓ to choose, Enter shows the answer',
  detail: {
    type: (type, section) => `${type} · ${section}`,
    facts: (wrong, inARow) => `Wrong ${wrong} times, right ${inARow} times in a row now.`,
    gone: 'The installed banks no longer hold this question.',
  },
  exporting: {
    title: 'Export mistakes',
    what: 'Which questions',
    open: (count) => `To work on: ${count}`,
    all: (count) => `To work on and overcome: ${count}`,
    format: 'Format',
    formats: { docx: 'Word document (to print and learn)', xlsx: 'Excel table' },
    leaving:
      'The file holds the questions, answers, explanations, clauses and how often you were wrong. It is not encrypted; keep it safe.',
    start: 'Export',
    collecting: 'Reading the questions…',
    none: 'There are no such questions.',
    fileTitle: (name) => `Mistakes of ${name}`,
  },
};
