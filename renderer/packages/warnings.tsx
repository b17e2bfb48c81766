import type { ClockWarning, PackagesOverview } from '@shared/ipc/contract.ts';
import { hrefOf } from '../route.ts';
import { dayOf } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { useWords } from '../words.tsx';

interface WarningsProps {
  readonly overview: PackagesOverview;
  /** Whoever is at the history need not be sent there. */
  readonly onHistory: boolean;
}

/** What the person should know whatever they came for: a clock that is wrong, refusals that nobody has seen. */
export function Warnings({ overview: { clock, newRefusals }, onHistory }: WarningsProps) {
  const { packages } = useWords();
  return (
    <>
      {clock && <ClockNotice clock={clock} />}
      {newRefusals > 0 && !onHistory && (
        <Notice tone="warn">
          <p>
            {packages.newRefusals(newRefusals)} <a href={hrefOf('packages', 'history')}>{packages.toHistory}</a>
          </p>
        </Notice>
      )}
    </>
  );
}

function ClockNotice({ clock: { kind, here, seen } }: { readonly clock: ClockWarning }) {
  const { packages } = useWords();
  return (
    <Notice tone="warn">
      <p>
        <strong>{packages.clock.title}</strong>
      </p>
      <p>{packages.clock[kind](dayOf(Date.parse(here)), dayOf(Date.parse(seen)))}</p>
      <p>{packages.clock.next}</p>
    </Notice>
  );
}
