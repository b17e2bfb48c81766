import type { Candidate } from '@shared/model/examining.ts';

export const dutyFilters = ['all', 'fullTime', 'partTime'] as const;
export type DutyFilter = (typeof dutyFilters)[number];

/** Everybody who can be chosen: the roster as it is now, and those who were chosen and have left it since. */
export function listed(roster: readonly Candidate[], chosen: readonly Candidate[]): readonly Candidate[] {
  const here = new Set(roster.map(({ id }) => id));
  return [...roster, ...chosen.filter(({ id }) => !here.has(id))];
}

/** Those whose name, branch, number, position or unit holds every word that was typed. */
export function matching(people: readonly Candidate[], typed: string, duty: DutyFilter): readonly Candidate[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const text = [person.name, person.branch, person.staffNumber, person.position, person.unitName]
      .join(' ')
      .normalize('NFKC')
      .toLowerCase();
    return (duty === 'all' || person.duty === duty) && words.every((word) => text.includes(word));
  });
}

/** People by the name of their unit, both in the order of the list. */
export const byUnit = (people: readonly Candidate[]): readonly (readonly [string, readonly Candidate[]])[] => [
  ...Map.groupBy(people, ({ unitName }) => unitName || '—'),
];

/** Chosen ones and some more, each once and as the roster has them now. */
export function withPeople(chosen: readonly Candidate[], more: readonly Candidate[]): readonly Candidate[] {
  const fresh = new Map(more.map((person) => [person.id, person]));
  const kept = chosen.map((person) => fresh.get(person.id) ?? person);
  const here = new Set(chosen.map(({ id }) => id));
  return [...kept, ...more.filter(({ id }) => !here.has(id))];
}

export function withoutPeople(chosen: readonly Candidate[], fewer: readonly Candidate[]): readonly Candidate[] {
  const gone = new Set(fewer.map(({ id }) => id));
  return chosen.filter(({ id }) => !gone.has(id));
}
