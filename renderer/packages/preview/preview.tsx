import type { SyncFindings } from '@shared/ipc/contract.ts';
import { request } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { Reservations } from '../sync/outcome.tsx';
import { sync } from '../sync/sync.ts';
import { Contents } from './contents.tsx';
import { Effects } from './effects.tsx';
import { PreviewTable } from './preview-table.tsx';

interface PreviewProps {
  readonly findings: SyncFindings;
  readonly onPutOff: () => void;
}

/** What will change, before anything does; and what was found but may not be installed, with the reason. */
export function Preview({ findings, onPutOff }: PreviewProps) {
  const { packages } = useWords();
  const putOff = async (): Promise<void> => {
    await request('packages:put-off');
    onPutOff();
  };
  return (
    <section className="card stack packages-preview">
      <div className="packages-standing">
        <p className="packages-state">{packages.standing.waiting(findings.packages.length)}</p>
        <div className="row">
          <Button main onClick={() => void sync.install(findings.packages)}>
            {packages.install}
          </Button>
          <Button onClick={() => void putOff()}>{packages.later}</Button>
        </div>
      </div>
      <PreviewTable title={packages.found} packages={findings.packages} />
      <Effects staged={findings.packages} />
      <Contents staged={findings.packages} />
      {findings.transferredBytes + findings.reusedBytes > 0 && (
        <p className="soft">{packages.transferred(sizeOf(findings.transferredBytes), sizeOf(findings.reusedBytes))}</p>
      )}
      <Reservations findings={findings} />
    </section>
  );
}
