import type { RootProbe } from '@shared/ipc/contract.ts';
import { never } from '@shared/never.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { FingerprintDialog } from './fingerprint-dialog.tsx';
import type { RootChange } from './use-root-change.ts';

/** The root file that was chosen, before it is trusted; and how that ended. */
export function RootChangePanel({ change: { step, trust, end } }: { readonly change: RootChange }) {
  const { packageSources: words, failures, app } = useWords();
  switch (step.kind) {
    case 'none':
      return null;
    case 'looking':
      return (
        <FingerprintDialog
          title={words.rootTitle}
          fingerprint={step.probe.fingerprint}
          trust={step.probe.link === 'same' ? null : words.rootTrust}
          expected={step.probe.link === 'chain'}
          onTrust={() => void trust(step.source, step.probe.probe)}
          onClose={end}
        >
          <AboutRoot probe={step.probe} />
        </FingerprintDialog>
      );
    case 'done':
      return (
        <Notice tone="good">
          <div className="row">
            <p>✓ {words.rootDone(step.source.label)}</p>
            <Button onClick={end}>{app.close}</Button>
          </div>
        </Notice>
      );
    case 'failed':
      return (
        <div className="stack">
          <FailureNotice text={failures[step.failure.kind](step.failure.subject, step.failure.at)} />
          <div>
            <Button onClick={end}>{app.close}</Button>
          </div>
        </div>
      );
    default:
      return never(step);
  }
}

function AboutRoot({ probe: { link, version } }: { readonly probe: RootProbe }) {
  const { packageSources: words } = useWords();
  if (link !== 'other') return <p>{link === 'same' ? words.rootSame : words.rootChain(version)}</p>;
  return (
    <Notice tone="bad">
      <p>{words.rootOther}</p>
    </Notice>
  );
}
