import type { Project } from '@shared/model/project.ts';
import type { Session } from '../../session.tsx';

/** The blank of a new project: it belongs to whoever is at the computer until its application says otherwise. */
export const draftFor = (person: Session['person'], today: string): Project => ({
  id: '',
  title: '',
  number: '',
  unitId: person.unitId,
  unitName: person.unitName,
  branch: person.branch,
  secretary: '',
  topicSource: 'self',
  topicId: '',
  year: Number(today.slice(0, 4)),
  contact: '',
  specialty: '',
  startDate: '',
  endDate: '',
  background: '',
  problem: '',
  measures: '',
  effect: '',
  outcome: '',
  indicators: [],
  createdAt: 0,
  archived: false,
});
