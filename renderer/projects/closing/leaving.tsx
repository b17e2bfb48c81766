import { useLayoutEffect, useState } from 'react';
import { guardPlace } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';

/** Asks before the page is left with a summary that was typed and not sent. */
export function Leaving({ isTyped }: { readonly isTyped: boolean }) {
  const { request: words } = useWords().projectClosing;
  const [isGivenUp, setGivenUp] = useState(false);
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  const isGuarded = isTyped && !isGivenUp;
  // a layout effect: its end comes before the way that was waited for is taken
  useLayoutEffect(() => (isGuarded ? guardPlace((goOn) => setWaiting(() => goOn)) : undefined), [isGuarded]);
  useLayoutEffect(() => {
    if (isGivenUp) waiting?.();
  }, [isGivenUp, waiting]);
  if (!waiting) return null;
  return (
    <Dialog
      title={words.leaveTitle}
      onClose={() => setWaiting(null)}
      actions={
        <>
          <Button onClick={() => setGivenUp(true)}>{words.leave}</Button>
          <Button main onClick={() => setWaiting(null)}>
            {words.stay}
          </Button>
        </>
      }
    >
      <p>{words.unsaved}</p>
    </Dialog>
  );
}
