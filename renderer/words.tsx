import { createContext, useContext, type ReactNode } from 'react';
import type { Language, Messages } from '@shared/messages/index.ts';
import * as zh from '@shared/messages/zh/index.ts';

const Words = createContext<Messages>(zh);
const loaded = new Map<Language, Messages>([['zh-CN', zh]]);

/** To be awaited before a language is shown: only the master is in the first bundle, which every start has to read. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'en' && !loaded.has(language)) loaded.set(language, await import('@shared/messages/en/index.ts'));
}

/** Gives every screen below it its sentences in one language, which has been loaded. */
export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const words = loaded.get(language);
  if (!words) throw new Error(`the words of ${language} are not loaded`);
  return <Words value={words}>{children}</Words>;
}

/** The sentences of the screens, by subject: `const { study } = useWords()`. */
export const useWords = (): Messages => useContext(Words);
