import * as en from './en/index.ts';
import * as zh from './zh/index.ts';

export type Language = 'zh-CN' | 'en';

/** The Chinese sentences are the master; English must be complete beside them or it does not compile. */
export type Messages = typeof zh;

const languages: Record<Language, Messages> = { 'zh-CN': zh, en };

export const messagesOf = (language: Language): Messages => languages[language];
