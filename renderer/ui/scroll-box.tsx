import type { ReactNode } from 'react';

interface ScrollBoxProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A box that scrolls by itself around something wide. It takes the focus, so that the arrow keys can scroll it. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (axe: scrollable-region-focusable)
    <div className={className} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
