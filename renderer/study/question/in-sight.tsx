import { useEffect, useRef, type ReactNode } from 'react';

/** What has just come is brought into sight: the question alone may fill the window. */
export function InSight({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={box} className="study-in-sight">
      {children}
    </div>
  );
}
