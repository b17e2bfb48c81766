import type { corrections as master } from '../../zh/bank/corrections.ts';

export const corrections: typeof master = {
  button: 'Report an error',
  title: 'Report an error',
  text: 'What is wrong, what should it be, and on which basis',
  note: 'It is kept under “My error reports” in Study; export it under Reports for the bureau. Your name and unit go with it.',
  save: 'Save',
  saved: 'Kept under “My error reports”. Export it under Reports for the bureau.',
  askDrop: 'What you wrote is not saved. Drop it?',
  goOn: 'Go on writing',
  drop: 'Drop',
  mine: 'My error reports',
  columns: { date: 'Date', stem: 'Question', text: 'Error', state: 'State' },
  waiting: 'To be reported',
  answered: 'Answered',
  outcome: { accepted: 'Accepted', declined: 'Declined' },
  reply: (outcome, text) => (text === '' ? outcome : `${outcome}: ${text}`),
};
