import { createContext, useContext, type ReactNode } from 'react';
import { messagesOf, type Language, type Messages } from '@shared/messages/index.ts';

const Words = createContext<Messages>(messagesOf('zh-CN'));

/** Gives every screen below it its sentences in one language. */
export function WordsProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return <Words value={messagesOf(language)}>{children}</Words>;
}

/** The sentences of the screens, by subject: `const { study } = useWords()`. */
export const useWords = (): Messages => useContext(Words);
