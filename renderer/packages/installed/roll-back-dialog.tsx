import { useEffect, useState } from 'react';
import type { InstalledDetail, StagedPackage } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import { request } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dayOf } from '../../ui/format.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useWords } from '../../words.tsx';
import { Effects } from '../preview/effects.tsx';
import { PreviewTable } from '../preview/preview-table.tsx';
import { sync } from '../sync/sync.ts';
import { wayOf } from './way.ts';

interface RollBackDialogProps {
  readonly version: InstalledDetail;
  readonly onClose: () => void;
}

/** What taking up the other version that is kept would do, with its figures; then it is installed like any other. */
export function RollBackDialog({ version, onClose }: RollBackDialogProps) {
  const { packageInstalled: words, app } = useWords();
  const result = useVersionBefore(version.name);
  const way = wayOf(version);
  const rollBack = (staged: StagedPackage): void => {
    onClose();
    void sync.install([staged]);
  };
  const actions = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      {result?.ok && (
        <Button main onClick={() => rollBack(result.value)}>
          {words.rollBack[way]}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={words.rollBackTitle[way](version.title)} wide onClose={onClose} actions={actions}>
      <Body version={version} result={result} />
    </Dialog>
  );
}

function Body({ version, result }: { readonly version: InstalledDetail; readonly result: Result<StagedPackage> | undefined }) {
  const { packageInstalled: words, failures } = useWords();
  const { before } = version;
  const way = wayOf(version);
  if (!result) return <Progress label={words.preparing} done={0} total={0} />;
  if (!result.ok) return <FailureNotice text={failures[result.failure.kind](result.failure.subject, result.failure.at)} />;
  return (
    <div className="stack">
      {before && <p>{words.rollBackBody[way](version.version, before.version, dayOf(Date.parse(before.issued)))}</p>}
      <PreviewTable title={words.changes} packages={[result.value]} />
      <Effects staged={[result.value]} />
      {before && <p>{words.rollBackUntil[way](dayOf(Date.parse(before.until)))}</p>}
      {way === 'back' && <p className="soft">{words.rollBackAgain}</p>}
    </div>
  );
}

/** The version before, as main has staged it. Staging it changes nothing. */
function useVersionBefore(name: string): Result<StagedPackage> | undefined {
  const [result, setResult] = useState<Result<StagedPackage>>();
  useEffect(() => {
    let closed = false;
    const stage = async (): Promise<void> => {
      const staged = await request('packages:roll-back', name);
      if (!closed) setResult(staged);
    };
    void stage();
    return () => {
      closed = true;
    };
  }, [name]);
  return result;
}
