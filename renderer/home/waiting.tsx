import { useOverview } from '../packages-overview.ts';
import { hrefOf } from '../route.ts';
import { useWords } from '../words.tsx';
import { DueLine } from './due-line.tsx';
import { useIdle } from './use-idle.ts';

/** New versions that wait to be installed: one quiet line. Main opens its store of packages for the answer, so it is asked for last. */
export function WaitingPackages() {
  return useIdle() ? <WaitingLine /> : null;
}

/** Nothing while nothing waits. */
function WaitingLine() {
  const { home } = useWords();
  const { overview } = useOverview();
  const count = overview?.waiting?.packages.length ?? 0;
  if (count === 0) return null;
  return <DueLine text={home.packagesWaiting(count)} action={home.packagesAction} href={hrefOf('packages')} />;
}
