import type { Carriable } from '@shared/ipc/contract.ts';

/** What the person wants to take: names of packages, or null for all. */
export type Chosen = readonly string[] | null;

/** Bytes of what is to be copied. */
export const bytesOfChoice = ({ packages }: Carriable, chosen: Chosen): number =>
  packages.filter(({ name }) => chosen === null || chosen.includes(name)).reduce((sum, { bytes }) => sum + bytes, 0);

/** The choice with one package more or less. From all, the first click leaves that one out. */
export function withToggled({ packages }: Carriable, chosen: Chosen, name: string): readonly string[] {
  const names = packages.map((one) => one.name);
  const kept = chosen ?? names;
  return names.filter((other) => (other === name ? !kept.includes(other) : kept.includes(other)));
}
