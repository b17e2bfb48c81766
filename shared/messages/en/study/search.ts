import type { studySearch as master } from '../../zh/study/search.ts';

export const studySearch: typeof master = {
  title: 'Search',
  field: 'Search questions',
  hint: 'Words of the question, its options, explanation or basis, with spaces between',
  start: 'Type what you look for; results come as you type.',
  preparing: 'Reading the banks; what has been read is searched already…',
  found: (count) => `${count} found`,
  none: 'Nothing was found. Try another word, or fewer characters.',
  allSections: 'All sections',
  allTypes: 'All types',
  counted: (label, count) => `${label} (${count})`,
  sections: 'Section',
  types: 'Type',
  practise: (count) => `Practise these ${count}`,
  results: 'Found questions',
  columns: { number: 'No.', type: 'Type', stem: 'Question', section: 'Section' },
  keys: '↓ to the results, ↑ ↓ choose, Enter opens, Esc back to the field',
  back: 'Back to study',
  close: 'Close',
  other: (text) => `Also: ${text}`,
};
