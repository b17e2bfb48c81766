import type { StagedPackage } from '@shared/ipc/contract.ts';
import { dayOf, sizeOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import { bytesOf } from '../size.ts';

/** From which version to which, and how much changes. */
export function PreviewTable({ title, packages: staged }: { readonly title: string; readonly packages: readonly StagedPackage[] }) {
  const { packages } = useWords();
  const { preview } = packages;
  return (
    <ScrollBox label={title} className="packages-scroll">
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th>{preview.title}</th>
            <th>{preview.from}</th>
            <th>{preview.to}</th>
            <th className="num">{preview.added}</th>
            <th className="num">{preview.changed}</th>
            <th className="num">{preview.withdrawn}</th>
            <th className="num">{preview.size}</th>
          </tr>
        </thead>
        <tbody>
          {staged.map((one) => (
            <PreviewRow key={one.staged} staged={one} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function PreviewRow({ staged }: { readonly staged: StagedPackage }) {
  const { packages } = useWords();
  const { manifest, replaces, publisher } = staged;
  return (
    <tr>
      <td>
        {manifest.title}
        <div className="soft packages-source">{packages.issuedFrom(dayOf(Date.parse(manifest.issued)), staged.source)}</div>
        {replaces && replaces.publisher !== publisher && <div className="soft">{packages.replacesOther}</div>}
        {manifest.retired && <div className="soft">{packages.retired}</div>}
      </td>
      <td className="packages-short">{replaces ? packages.version(replaces.version) : packages.notInstalled}</td>
      <td className="packages-short">
        <strong>{packages.version(manifest.version)}</strong>
      </td>
      <td className="num">{staged.added}</td>
      <td className="num">{staged.changed}</td>
      <td className="num">{staged.withdrawn}</td>
      <td className="num packages-short">{sizeOf(bytesOf(manifest))}</td>
    </tr>
  );
}
