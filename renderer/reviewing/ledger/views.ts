/** The parts of the ledger, in the order of their links. */
export const viewNames = ['rows', 'late', 'missing', 'months', 'conflicts', 'take-in', 'export'] as const;
export type ViewName = (typeof viewNames)[number];
