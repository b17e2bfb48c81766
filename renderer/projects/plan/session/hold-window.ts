import { flushSync } from 'react-dom';
import type { PlanSession } from './plan-session.ts';

/**
 * The window does not close over a text that still stands in a cell, nor over changes on their way to the disk: the text is
 * entered first, as by Enter. Where it is not taken, or a reason is asked for, the window stays open.
 */
export function holdWindow(sessions: () => readonly PlanSession[]): void {
  window.addEventListener('beforeunload', (event) => {
    const isTyped = enterOpenText();
    if (!isTyped && !sessions().some(isSaving)) return;
    event.preventDefault();
    void closeAfter(sessions());
  });
}

const isSaving = (session: PlanSession): boolean => session.view()?.saving === 'saving';

// a text that was refused already is in sight with its reason: who closes the window now means it
const openText = (): HTMLElement | null => document.querySelector('.plan-table .grid-editor-open:not([aria-invalid="true"])');

function enterOpenText(): boolean {
  const field = openText();
  flushSync(() => field?.blur());
  // a window that is not in front tells nobody of the blur
  flushSync(() => openText()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  return field !== null;
}

async function closeAfter(sessions: readonly PlanSession[]): Promise<void> {
  await Promise.all(sessions.filter(isSaving).map((session) => session.saveWaiting()));
  const isAsked = document.querySelector('dialog[open], .plan-table .grid-editor-open') !== null;
  if (!isAsked && sessions.every((session) => !session.view()?.failure)) window.close();
}
