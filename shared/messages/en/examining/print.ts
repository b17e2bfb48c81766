import type { paperPrint as master } from '../../zh/examining/print.ts';

export const paperPrint: typeof master = {
  title: 'Print papers',
  papers: (titles) => `To be written: ${titles}`,
  separator: ', ',
  titled: (title, variant) => `${title} (paper ${variant})`,
  size: 'Paper size',
  sizes: { A4: 'A4 upright, one column', A3: 'A3 on its side, two columns' },
  what: 'What to print',
  printouts: {
    candidate: 'Paper (for candidates)',
    teacher: "Teacher's copy (answer, explanation and basis after each question)",
    answers: 'Answers (on their own)',
    sheet: 'Answer sheet',
  },
  format: 'Formats',
  formats: { docx: 'Word (can be changed)', pdf: 'PDF (to print as it is)' },
  leaving: "The files hold the questions; the teacher's copy and the answers hold the answers. Keep them to yourself before the exam.",
  fontsMissing: (names) =>
    `These fonts are not on this computer; in PDF others take their place: ${names}. The Word files name the right ones and look as they should where these are installed.`,
  fontInstead: (wanted, used) => `${used} for ${wanted}`,
  fontLast: 'a serif font of the system',
  start: 'Export',
  files: (count) => `${count} files`,
  nothing: 'Choose at least one thing to print and one format.',
  folder: (title) => `${title}－打印`,
};
