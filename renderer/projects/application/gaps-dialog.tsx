import type { Gap } from '@shared/projects/lifecycle/gaps.ts';
import { hrefOf } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words.tsx';
import { fieldId } from './field-id.ts';

interface GapsDialogProps {
  readonly projectId: string;
  readonly gaps: readonly Gap[];
  readonly onClose: () => void;
}

/** Everything that an application still lacks, each with the way to where it is mended. */
export function GapsDialog({ projectId, gaps, onClose }: GapsDialogProps) {
  const { gaps: words } = useWords().projectApplication;
  return (
    <Dialog
      wide
      title={words.title(gaps.length)}
      onClose={onClose}
      actions={
        <Button main onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <ul className="project-gaps">
        {gaps.map((gap, place) => (
          <GapLine key={place} projectId={projectId} gap={gap} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

interface GapLineProps extends Omit<GapsDialogProps, 'gaps'> {
  readonly gap: Gap;
}

function GapLine({ projectId, gap, onClose }: GapLineProps) {
  const { gaps: words, field } = useWords().projectApplication;
  const { plan } = useWords().projects;
  const goTo = (name: Parameters<typeof fieldId>[0]): void => {
    onClose();
    // the dialog gives the focus back to its button first
    setTimeout(() => document.getElementById(fieldId(name))?.focus());
  };
  switch (gap.kind) {
    case 'field':
      return (
        <li>
          {words.field(field[gap.field])} <Button onClick={() => goTo(gap.field)}>{words.toField}</Button>
        </li>
      );
    case 'endBeforeStart':
      return (
        <li>
          {words.endBeforeStart} <Button onClick={() => goTo('endDate')}>{words.toField}</Button>
        </li>
      );
    case 'indicator':
      return <li>{words.indicator(gap.row)}</li>;
    case 'noNodes':
      return (
        <li>
          {words.noNodes}{' '}
          <a className="button" href={hrefOf('projects', projectId)}>
            {words.toPlan}
          </a>
        </li>
      );
    case 'node':
      return (
        <li>
          {words.node(gap.row, gap.title, gap.gaps.map((one) => plan.gaps[one]).join(words.comma))}{' '}
          <a className="button" href={hrefOf('projects', projectId, 'plan', gap.nodeId)}>
            {words.toNode}
          </a>
        </li>
      );
  }
}
