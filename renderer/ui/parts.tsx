import './parts.css';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { ScrollBox } from './scroll-box.tsx';

/** A text that questions are asked about. Where it is long it scrolls by itself, and it stays in sight above them. */
export function Passage({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <ScrollBox label={label} className="passage">
      <div className="passage-text">{children}</div>
    </ScrollBox>
  );
}

interface PartProps {
  /** What a reader says of it. */
  readonly label: string;
  /** Whether keys act on this one of the parts. */
  readonly active: boolean;
  /** The focus came into it. */
  readonly onActivate: () => void;
  readonly children: ReactNode;
}

/** One of several questions on a screen. The one that keys act on is marked, and gets the focus when its turn comes. */
export function Part({ label, active, onActivate, children }: PartProps) {
  const box = useRef<HTMLElement>(null);
  const wasActive = useRef(active);
  const activate = useEffectEvent(onActivate);
  useEffect(() => {
    const element = box.current;
    const listener = (): void => activate();
    element?.addEventListener('focusin', listener);
    return () => element?.removeEventListener('focusin', listener);
  }, []);
  useEffect(() => {
    if (active && !wasActive.current) focusInside(box.current);
    wasActive.current = active;
  }, [active]);
  return (
    <section ref={box} className="part stack" tabIndex={-1} aria-label={label} aria-current={active ? 'step' : undefined}>
      {children}
    </section>
  );
}

/** A field to write in takes the focus itself; elsewhere the part does, so that keys choose. */
function focusInside(box: HTMLElement | null): void {
  if (!box || box.contains(document.activeElement)) return;
  const field = box.querySelector<HTMLElement>('input:not([type=radio],[type=checkbox],:disabled), textarea:not(:disabled)');
  (field ?? box).focus();
}
