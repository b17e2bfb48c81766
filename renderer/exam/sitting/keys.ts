import type { SimpleQuestion } from '@shared/model/question.ts';

/** What a key does on the answering screen. `place` counts the options as the paper shows them. */
export type KeyAction =
  | { readonly kind: 'option'; readonly place: number }
  | { readonly kind: 'judge'; readonly value: boolean }
  | { readonly kind: 'go'; readonly by: 1 | -1 }
  | { readonly kind: 'next' }
  | { readonly kind: 'flag' };

const moves: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 };
const judgements: Readonly<Record<string, boolean>> = { A: true, 1: true, T: true, '√': true, B: false, 2: false, F: false, '×': false };

/** The action of a key (KeyboardEvent.key) on this question or part of a case, or null where it has none. */
export function actionOf(key: string, question: SimpleQuestion): KeyAction | null {
  const by = moves[key];
  if (by) return { kind: 'go', by };
  if (key === 'Enter') return { kind: 'next' };
  const sign = key.toUpperCase();
  if (sign === 'M') return { kind: 'flag' };
  if (question.type === 'judge') {
    const value = judgements[sign];
    return value === undefined ? null : { kind: 'judge', value };
  }
  if (question.type !== 'single' && question.type !== 'multiple') return null;
  const place = placeOf(sign);
  return place >= 0 && place < question.options.length ? { kind: 'option', place } : null;
}

function placeOf(sign: string): number {
  if (/^[A-L]$/.test(sign)) return sign.charCodeAt(0) - 65;
  return /^[1-9]$/.test(sign) ? Number(sign) - 1 : -1;
}

/** Whether keys now belong to a field that is being written in. */
export function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Whether Enter presses what has the focus. */
export const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
