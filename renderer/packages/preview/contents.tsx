import type { StagedPackage } from '@shared/ipc/contract.ts';
import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { itemsBySection } from '../size.ts';

/** What lies in each package, for whoever wants to know more: closed at first. */
export function Contents({ staged }: { readonly staged: readonly StagedPackage[] }) {
  const { packages } = useWords();
  return (
    <details>
      <summary className="packages-summary">{packages.details.summary}</summary>
      {staged.map((one) => (
        <ContentsOf key={one.staged} staged={one} />
      ))}
    </details>
  );
}

function ContentsOf({ staged: { manifest, added, changed, withdrawn } }: { readonly staged: StagedPackage }) {
  const { packages } = useWords();
  const { details } = packages;
  const sections = [...itemsBySection(manifest)].filter(([section]) => section !== '');
  const { files = [], replies = [] } = manifest;
  return (
    <div className="packages-contents">
      <strong>{packages.titled(manifest.title, manifest.version)}</strong>
      <p>{details.counts(added, changed, withdrawn)}</p>
      {sections.length > 0 && <p>{details.sections(sections.map(([section, count]) => details.section(section, count)))}</p>}
      {files.length > 0 && <p>{details.files(files.map(({ name, length }) => details.file(name, sizeOf(length))))}</p>}
      {replies.length > 0 && <p>{details.replies(replies.length)}</p>}
    </div>
  );
}
