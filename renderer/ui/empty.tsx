import type { ReactNode } from 'react';

/** An empty screen says the next step. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className="empty">{children}</div>;
}
