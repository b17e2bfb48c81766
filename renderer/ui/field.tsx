import type { ReactNode } from 'react';

/** A name above one control; clicking the name goes to the control. */
export function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <label className="field">
      <span>{label}</span>
      {children}
    </label>
  );
}
