const mark = 'sanxun:';

/** Files of ours name the project that they were made from as their category. */
export const originOf = (projectId: string): string => mark + projectId;

export const projectIn = (category: string): string => (category.startsWith(mark) ? category.slice(mark.length) : '');
