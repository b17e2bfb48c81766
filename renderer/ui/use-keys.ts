import { useEffect, useRef } from 'react';

/**
 * Listens to keys anywhere on the page. The handler gives true when it used the key. Not called while somebody types in
 * a field, with Ctrl, Alt or the system key, or under an open dialog; on a focused button or link Enter and space stay theirs.
 */
export function useKeys(handler: (key: string) => boolean): void {
  const current = useRef(handler);
  useEffect(() => {
    current.current = handler;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (isTaken(event)) return;
      if (current.current(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return true;
  if (document.querySelector('dialog[open]') || isScrolling(event)) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable=true]')) return true;
  return (event.key === 'Enter' || event.key === ' ') && target?.closest('button, a[href], summary') != null;
}

const scrollingKeys: readonly string[] = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '];

/** Whether a key scrolls the box (scroll-box.tsx) that has the focus, and so does nothing else on the screen. */
export const isScrolling = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof Element && target.matches('[role=region][tabindex="0"]') && scrollingKeys.includes(key);

/** Position (0-based) that a key names: A–F and a–f, or 1–9; null for any other key. */
export function placeOfKey(key: string): number | null {
  if (/^[a-f]$/i.test(key)) return key.toLowerCase().charCodeAt(0) - 97;
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return null;
}

/** Letter under which a position is shown: 0 → A. */
export const letterOf = (place: number): string => String.fromCharCode(65 + place);
