import type { studyNotes as master } from '../../zh/study/notes.ts';

export const studyNotes: typeof master = {
  favourites: {
    title: 'Favourites',
    count: (count) => `${count} favourites`,
    none: 'No favourites yet. Press “Favourite” at a question to keep it here.',
    practise: 'Practise favourites',
  },
  notes: {
    title: 'Notes',
    count: (count) => `${count} questions with a note`,
    none: 'No notes yet. Press “Note” at a question to write one.',
  },
  search: 'Search here',
  searchHint: 'Words of the question or the note',
  found: (count, total) => `${count} of ${total} found`,
  noneFound: 'Nothing was found. Try another word.',
  reading: 'Reading the questions…',
  columns: { stem: 'Question', note: 'Note', section: 'Section', type: 'Type' },
  keys: '↑ ↓ choose, Enter opens',
  open: 'Open this question',
  back: 'Back to study',
  gone: (count) => `${count} more are no longer in the installed banks; their notes are kept.`,
};
