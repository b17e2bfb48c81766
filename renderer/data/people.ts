import type { Person, Unit } from '@shared/model/roster.ts';
import type { LocalPerson } from '@shared/model/work.ts';
import { readPackage } from './content.ts';
import { database } from './database.ts';

export type NamedPerson = Person & { readonly unitName: string };

/** Everybody who can be at this computer: the roster's people and those who entered their own name. */
export async function readPeople(): Promise<{ units: readonly Unit[]; people: readonly NamedPerson[] }> {
  const roster = await readPackage('roster');
  const local = await database.localPeople.toArray();
  const nameOf = new Map(roster?.units.map((unit) => [unit.id, unit.name]));
  const listed = (roster?.people ?? []).map((person) => ({ ...person, unitName: nameOf.get(person.unitId) ?? '' }));
  return { units: roster?.units ?? [], people: [...listed, ...local] };
}

/** Who entered this unit, name and branch here before: the same person again, not a second one. */
export async function findLocalPerson({
  unitName,
  name,
  branch,
}: Pick<LocalPerson, 'unitName' | 'name' | 'branch'>): Promise<LocalPerson | null> {
  const local = await database.localPeople.toArray();
  return local.find((person) => person.unitName === unitName && person.name === name && person.branch === branch) ?? null;
}

/** The person with this id, or null when no roster and nobody here has it any more. */
export async function findPerson(id: string): Promise<NamedPerson | null> {
  if (id === '') return null;
  const local: LocalPerson | undefined = await database.localPeople.get(id);
  return local ?? (await readPeople()).people.find((person) => person.id === id) ?? null;
}
