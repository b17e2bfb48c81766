import type { StagedPackage, SyncFindings } from '@shared/ipc/contract.ts';
import { never } from '@shared/never.ts';
import { Button } from '../ui/button.tsx';
import { sizeOf } from '../ui/format.ts';
import { FailureNotice, Notice } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { useWords } from '../words.tsx';
import type { Sync } from './use-sync.ts';

/** Where a sync stands: progress, what was found, what was installed, or why it was refused. */
export function SyncPanel({ sync }: { readonly sync: Sync }) {
  const { packages, failures, app } = useWords();
  const { state } = sync;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'checking':
      return (
        <div className="card stack">
          <Progress label={packages.phases[state.phase]} done={state.done} total={state.total} />
          <div>
            <Button onClick={sync.cancel}>{app.cancel}</Button>
          </div>
        </div>
      );
    case 'current':
      return <Message text={packages.current} onClose={sync.dismiss} />;
    case 'found':
      return <Preview sync={sync} findings={state.findings} />;
    case 'installing':
      return <Progress label={packages.installing} done={state.done} total={state.total} />;
    case 'installed':
      return <Message text={doneText(packages, state.findings)} onClose={sync.dismiss} />;
    case 'failed':
      return (
        <div className="stack">
          <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />
          <div>
            <Button onClick={sync.dismiss}>{app.close}</Button>
          </div>
        </div>
      );
    default:
      return never(state);
  }
}

function doneText(packages: ReturnType<typeof useWords>['packages'], findings: SyncFindings): string {
  const titles = findings.packages.map(({ manifest }) => packages.titled(manifest.title, manifest.version));
  return `${packages.done(titles)} ${packages.transferred(sizeOf(findings.transferredBytes), sizeOf(findings.reusedBytes))}`;
}

function Message({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const { app } = useWords();
  return (
    <Notice tone="good">
      <div className="row">
        <p>{text}</p>
        <Button onClick={onClose}>{app.close}</Button>
      </div>
    </Notice>
  );
}

/** What will change, before anything does; and what was found but may not be installed, with the reason. */
function Preview({ sync, findings }: { readonly sync: Sync; readonly findings: SyncFindings }) {
  const { packages, failures, app } = useWords();
  const hasNew = findings.packages.length > 0;
  return (
    <div className="card stack">
      {findings.refused.map((failure) => (
        <FailureNotice key={failure.kind + failure.subject} text={failures[failure.kind](failure.subject)} />
      ))}
      {hasNew && <PreviewTable findings={findings} />}
      {hasNew && <p className="soft">{packages.keep}</p>}
      <div className="row">
        {hasNew && (
          <Button main onClick={() => void sync.install(findings)}>
            {packages.install}
          </Button>
        )}
        <Button onClick={sync.dismiss}>{hasNew ? packages.later : app.close}</Button>
      </div>
    </div>
  );
}

function PreviewTable({ findings }: { readonly findings: SyncFindings }) {
  const { packages } = useWords();
  const { preview } = packages;
  return (
    <table className="table">
      <caption>{packages.found}</caption>
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
        {findings.packages.map((staged) => (
          <PreviewRow key={staged.staged} staged={staged} />
        ))}
      </tbody>
    </table>
  );
}

function PreviewRow({ staged }: { readonly staged: StagedPackage }) {
  const { packages } = useWords();
  const { manifest, replaces, publisher } = staged;
  const size = manifest.blocks.reduce((sum, block) => sum + block.length, 0);
  return (
    <tr>
      <td>
        {manifest.title}
        {replaces && replaces.publisher !== publisher && <div className="soft">{packages.replacesExample}</div>}
      </td>
      <td>{replaces ? packages.version(replaces.version) : packages.notInstalled}</td>
      <td>{packages.version(manifest.version)}</td>
      <td className="num">{staged.added}</td>
      <td className="num">{staged.changed}</td>
      <td className="num">{staged.withdrawn}</td>
      <td className="num">{sizeOf(size)}</td>
    </tr>
  );
}
