import type { lectures as master } from '../zh/lectures.ts';

export const lectures: typeof master = {
  title: 'Lectures and column',
  rota: 'Lecture rota',
  columns: {
    issue: 'No.',
    date: 'Date',
    lecturer: 'Lecturer',
    unit: 'Unit and position',
    theme: 'Theme',
    title: 'Title',
    minutes: 'Length',
    standIn: 'Stand-in',
    state: 'State',
  },
  states: { planned: 'planned', lectured: 'lectured' },
  minutes: (minutes) => `${minutes} min`,
  counts: (people, lectured) => `${people} people have lectured, ${lectured} lectures`,
  owed: (count) => `${count} articles still owed`,
  articles: 'Column articles',
  byline: (author, unit, date) => `${author} (${unit})  ${date}`,
  files: 'Videos and files',
  openFile: 'Open',
  closeFile: 'Close',
  saveFile: 'Save as…',
  fileOf: (action, name) => `${action} ${name}`,
  fileFailed:
    'This file cannot be opened: its format is not supported, or it is damaged on this computer. Check for updates under “Packages”; damaged parts are downloaded again.',
  none: 'There is no rota and no article yet. Check for updates under “Packages”.',
  missing: 'This article is not in the installed version any more.',
  related: 'Related sections',
  study: (section) => `Study “${section}”`,
};
