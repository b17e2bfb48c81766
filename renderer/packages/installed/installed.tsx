import { useState } from 'react';
import { shortFingerprint } from '@shared/fingerprint.ts';
import type { InstalledDetail } from '@shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { dayOf, sizeOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { bytesOf } from '../size.ts';
import { isBusy } from '../sync/sync-state.ts';
import { useSyncState } from '../sync/sync.ts';
import { DetailsDialog } from './details-dialog.tsx';
import { RollBackDialog } from './roll-back-dialog.tsx';
import { wayOf } from './way.ts';

/** What is installed: which version, from where, when, and who signed it. */
export function Installed({ installed }: { readonly installed: readonly InstalledDetail[] }) {
  const { packageInstalled: words } = useWords();
  const [open, setOpen] = useState<{ readonly what: 'details' | 'roll-back'; readonly version: InstalledDetail } | null>(null);
  const close = (): void => setOpen(null);
  if (installed.length === 0) return <Empty>{words.none}</Empty>;
  return (
    <section className="card">
      <ScrollBox label={words.title} className="packages-scroll">
        <table className="table">
          <caption>{words.title}</caption>
          <thead>
            <tr>
              <th>{words.columns.title}</th>
              <th>{words.columns.version}</th>
              <th>{words.columns.origin}</th>
              <th>{words.columns.actions}</th>
            </tr>
          </thead>
          <tbody>
            {installed.map((version) => (
              <InstalledRow key={version.name} version={version} onOpen={(what) => setOpen({ what, version })} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {open?.what === 'details' && <DetailsDialog version={open.version} onClose={close} />}
      {open?.what === 'roll-back' && <RollBackDialog version={open.version} onClose={close} />}
    </section>
  );
}

interface InstalledRowProps {
  readonly version: InstalledDetail;
  readonly onOpen: (what: 'details' | 'roll-back') => void;
}

function InstalledRow({ version, onOpen }: InstalledRowProps) {
  const { packages, packageInstalled: words } = useWords();
  const busy = isBusy(useSyncState());
  return (
    <tr>
      <td>
        {version.title}
        <div className="soft">
          {packages.kinds[version.kind]} <span className="packages-short">{sizeOf(bytesOf(version))}</span>
        </div>
        {version.retired && <Tag tone="warn">{words.retired}</Tag>}
      </td>
      <td className="packages-short">
        {packages.version(version.version)}
        <div className="soft">{words.issued(dayOf(Date.parse(version.issued)))}</div>
      </td>
      <td className="packages-source">
        {version.starter ? words.starter : version.source || words.unknown}
        <div className="soft">
          <span className="packages-short">{words.installedOn(dayOf(Date.parse(version.installedAt)))}</span>{' '}
          <span className="packages-short">{words.publisher(shortFingerprint(version.publisher).slice(0, 9))}</span>{' '}
          <Validity expires={version.expires} />
        </div>
      </td>
      <td>
        <div className="packages-actions">
          <Button onClick={() => onOpen('details')} aria-label={`${words.details} ${version.title}`}>
            {words.details}
          </Button>
          {version.before && (
            <Button disabled={busy} onClick={() => onOpen('roll-back')} aria-label={`${words.rollBack[wayOf(version)]} ${version.title}`}>
              {words.rollBack[wayOf(version)]}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

function Validity({ expires }: { readonly expires: string }) {
  const { packageInstalled: words } = useWords();
  const [now] = useState(() => Date.now());
  if (expires === '') return null;
  const at = Date.parse(expires);
  return <span className="packages-short">{at < now ? words.expired : words.validUntil(dayOf(at))}</span>;
}
