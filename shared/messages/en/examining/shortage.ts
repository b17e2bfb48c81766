import type { DifficultyNote, SectionNote, Shortfall } from '../../../exam/assembly/assemble.ts';
import type { Conflict, Wanted } from '../../../exam/assembly/conflicts.ts';
import { never } from '../../../never.ts';
import type { shortage as master } from '../../zh/examining/shortage.ts';
import { bank } from '../bank/bank.ts';

const part = (place: number): string => `part ${place + 1}`;
const idList = (ids: readonly string[]): string => ids.slice(0, 5).join(', ') + (ids.length > 5 ? `, … ${ids.length} in all` : '');

function wanted(one: Wanted): string {
  switch (one.kind) {
    case 'part':
      return `${part(one.part)} asks for ${one.count} × ${bank.types[one.type]} (${one.available} available)`;
    case 'demand': {
      const { section, topic, difficulty, count } = one.demand;
      const about = [section, topic, difficulty && `difficulty: ${bank.difficulties[difficulty]}`].filter(Boolean).join(', ');
      return `${part(one.part)} (${bank.types[one.type]}) asks for ${count} of “${about || 'any question'}” (${one.available} available)`;
    }
    case 'must':
      return `${one.ids.length} × ${bank.types[one.type]} of “${one.section}” must be on the paper (${idList(one.ids)})`;
    case 'overlap':
      return `both papers are to share ${one.count} questions`;
    case 'alike':
      return `the must-have questions ${one.ids.join(' and ')} ask the same`;
    default:
      return never(one);
  }
}

const conflict = ({ wanted: all, missing }: Conflict): string =>
  all.length === 1
    ? `${all.map(wanted).join('')}: ${missing} missing.`
    : `These demands cannot all be met, at least ${missing} missing: ${all.map(wanted).join('; ')}.`;

const shortfall = ({ type, wanted: count, available, sections }: Shortfall): string => {
  const bySection = sections.map((one) => `${one.section} ${one.available}`).join(', ');
  return `${bank.types[type]}: ${count} needed, ${available} available, ${count - available} missing${bySection ? ` (${bySection})` : ''}.`;
};

const section = (note: SectionNote): string =>
  `Section “${note.section}” should give ${note.wanted} questions and gives ${note.given}; other sections fill the rest.`;
const difficulty = (note: DifficultyNote): string =>
  `Difficulty “${bank.difficulties[note.difficulty]}” should give ${note.wanted} questions and gives ${note.given}; others fill the rest.`;

export const shortage: typeof master = {
  shortfall,
  conflict,
  absent: (id) => `The must-have question “${id}” is not in the chosen banks, its type is in no part, or it is excluded too.`,
  lines: ({ shortfalls, conflicts, absent }) => [...shortfalls.map(shortfall), ...conflicts.map(conflict), ...absent.map(shortage.absent)],
  notes: ({ notes, difficultyNotes }) => [...notes.map(section), ...difficultyNotes.map(difficulty)],
};
