/** The parts of one review, in the order of the work. */
export const partNames = ['marks', 'ranking', 'settings', 'export'] as const;
export type PartName = (typeof partNames)[number];
