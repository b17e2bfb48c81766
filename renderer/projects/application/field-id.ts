import type { Project } from '@shared/model/project.ts';

/** The id of a field of the application on the page, to go to it. */
export const fieldId = (field: keyof Project): string => `application-${field}`;
