import { useEffect, useState } from 'react';
import { useOverview } from '../packages-overview.ts';
import { hrefOf } from '../route.ts';
import { useWords } from '../words.tsx';
import { DueLine } from './due-line.tsx';

/** New versions that wait to be installed: one quiet line, asked for when the first screen is there. */
export function WaitingPackages() {
  const [isIdle, setIdle] = useState(false);
  // Main opens its store of packages for the answer: that must not slow the start.
  useEffect(() => {
    const call = requestIdleCallback(() => setIdle(true));
    return () => cancelIdleCallback(call);
  }, []);
  return isIdle ? <WaitingLine /> : null;
}

/** Nothing while nothing waits. */
function WaitingLine() {
  const { home } = useWords();
  const { overview } = useOverview();
  const count = overview?.waiting?.packages.length ?? 0;
  if (count === 0) return null;
  return <DueLine text={home.packagesWaiting(count)} action={home.packagesAction} href={hrefOf('packages')} />;
}
