import type { Evidence } from '@shared/model/project.ts';
import { Button } from '../../ui/button.tsx';
import { minuteOf, sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import type { EvidenceWork } from './use-evidence.ts';

interface EvidenceRowProps {
  readonly file: Evidence;
  /** What it belongs to, as people call it. */
  readonly about: string;
  readonly editable: boolean;
  readonly work: EvidenceWork;
}

export function EvidenceRow({ file, about, editable, work }: EvidenceRowProps) {
  const { evidence: words } = useWords().projectProgress;
  const isAbsent = work.absent.has(file.sha256);
  return (
    <tr>
      <td className="progress-name">
        {/* a name may turn the direction of writing: it stays within its cell */}
        <bdi>{file.name}</bdi>
        {isAbsent && <div className="soft">{words.absent}</div>}
      </td>
      <td className="progress-name">{about}</td>
      <td className="num">{sizeOf(file.bytes)}</td>
      <td>{file.by.name}</td>
      <td>{minuteOf(file.at)}</td>
      <td>
        <div className="row">
          <Button disabled={isAbsent} aria-label={words.openNamed(file.name)} onClick={() => void work.open(file)}>
            {words.open}
          </Button>
          <Button disabled={isAbsent} aria-label={words.saveNamed(file.name)} onClick={() => void work.save(file)}>
            {words.save}
          </Button>
          {editable && (
            <Button className="button-quiet" aria-label={words.removeNamed(file.name)} onClick={() => void work.remove(file)}>
              {words.remove}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
