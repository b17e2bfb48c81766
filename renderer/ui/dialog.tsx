import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  /** Escape and every other way out. */
  readonly onClose: () => void;
  readonly actions: ReactNode;
  /** For a table. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A modal question. The browser's own dialog keeps the focus inside and gives it back. */
export function Dialog({ title, onClose, actions, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // A layout effect: its end comes while the dialog is still on the page, so that closing gives the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would take the first thing that can be scrolled, and what is typed there is lost.
    element?.querySelector<HTMLElement>('input:enabled, select:enabled, textarea:enabled')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog-wide' : undefined}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (event.cancelable) onClose();
      }}
      onClose={() => {
        // Chromium closes a dialog at the second Escape in a row whatever is said; whether it closes is for its owner to say.
        dialog.current?.showModal();
        if (dialog.current) onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
      <div className="actions">{actions}</div>
    </dialog>
  );
}
