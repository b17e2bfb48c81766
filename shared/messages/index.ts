import type * as zh from './zh/index.ts';

export type Language = 'zh-CN' | 'en';

/** The Chinese sentences are the master; English must be complete beside them or it does not compile. */
export type Messages = typeof zh;
