import type { ReactNode } from 'react';
import { shortFingerprint } from '@shared/fingerprint.ts';
import type { InstalledDetail } from '@shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dayOf, minuteOf, sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { bytesOf, itemsBySection } from '../size.ts';
import { wayOf } from './way.ts';

/** Everything that is known of an installed version. */
export function DetailsDialog({ version, onClose }: { readonly version: InstalledDetail; readonly onClose: () => void }) {
  const { packages, packageInstalled: words, app } = useWords();
  const { facts } = words;
  const { before, files = [] } = version;
  const at = (instant: string): string => minuteOf(Date.parse(instant));
  return (
    <Dialog title={version.title} wide onClose={onClose} actions={<Button onClick={onClose}>{app.close}</Button>}>
      <dl className="packages-facts">
        <Fact name={facts.kind}>{packages.kinds[version.kind]}</Fact>
        <Fact name={facts.version}>{packages.version(version.version)}</Fact>
        <Fact name={facts.issued}>{at(version.issued)}</Fact>
        <Fact name={facts.installedAt}>{at(version.installedAt)}</Fact>
        <Fact name={facts.source}>{version.starter ? words.starter : version.source || words.unknown}</Fact>
        <Fact name={facts.publisher}>
          <code>{shortFingerprint(version.publisher)}</code>
        </Fact>
        <Fact name={facts.expires}>{version.expires === '' ? words.unknown : dayOf(Date.parse(version.expires))}</Fact>
        <Fact name={facts.size}>{sizeOf(bytesOf(version))}</Fact>
        <Fact name={facts.content}>{useContent(version)}</Fact>
        {files.length > 0 && (
          <Fact name={facts.files}>
            {files.map(({ name, length }) => packages.details.file(name, sizeOf(length))).join(packages.comma)}
          </Fact>
        )}
        <Fact name={facts.before[wayOf(version)]}>
          {before ? words.beforeFact(before.version, dayOf(Date.parse(before.issued)), dayOf(Date.parse(before.until))) : words.noBefore}
        </Fact>
      </dl>
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Questions by section, or how many things there are. */
function useContent(version: InstalledDetail): string {
  const { packages, packageInstalled: words } = useWords();
  const items = [...itemsBySection(version)];
  return items.map(([section, count]) => (section === '' ? words.items(count) : words.section(section, count))).join(packages.comma);
}
