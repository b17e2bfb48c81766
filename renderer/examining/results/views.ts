/** The views of an exam's results, in the order of their links. */
export const viewNames = ['overview', 'people', 'units', 'topics', 'matrix', 'questions', 'merit', 'export'] as const;
export type ViewName = (typeof viewNames)[number];
