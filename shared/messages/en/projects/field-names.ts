import type { projectFieldNames as master } from '../../zh/projects/field-names.ts';

export const projectFieldNames: typeof master = {
  title: 'Title',
  number: 'Number',
  unitName: 'Unit',
  branch: 'Branch',
  secretary: 'Secretary',
  topicSource: 'Topic source',
  year: 'Year',
  contact: 'Contact',
  specialty: 'Specialty',
  startDate: 'Begins',
  endDate: 'Ends',
  background: 'Background',
  problem: 'Problem to solve',
  measures: 'Main measures',
  effect: 'Expected effect',
  outcome: 'Form of the result',
  indicators: 'Business indicators',
};
