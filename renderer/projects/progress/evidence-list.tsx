import { useState } from 'react';
import type { Evidence, PlanNode, Project } from '@shared/model/project.ts';
import { useLive } from '../../data/live.ts';
import { readEvidence } from '../../data/projects/evidence.ts';
import { readPlan } from '../../data/projects/projects.ts';
import { readProjectRules } from '../../data/projects/rules.ts';
import { Button } from '../../ui/button.tsx';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { FailureNotice, Notice } from '../../ui/notice.tsx';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { useWords } from '../../words.tsx';
import { AddEvidence } from './add-evidence.tsx';
import { EvidenceRow } from './evidence-row.tsx';
import { useEvidence, type EvidenceWork } from './use-evidence.ts';
import './progress.css';

interface EvidenceListProps {
  readonly project: Project;
  /** Of one node; '' what belongs to the whole project; null everything. */
  readonly nodeId: string | null;
  readonly editable: boolean;
}

/** 佐证材料: files that are opened safely, saved, and where it is editable added and removed. */
export function EvidenceList({ project, nodeId, editable }: EvidenceListProps) {
  const { evidence: words } = useWords().projectProgress;
  const found = useLive(
    async () => ({
      files: (await readEvidence(project.id)).filter((file) => nodeId === null || file.nodeId === nodeId),
      nodes: await readPlan(project.id),
      megabytes: (await readProjectRules()).evidenceMegabytes,
    }),
    [project.id, nodeId],
  );
  const work = useEvidence(project.id, found?.files);
  if (!found) return null;
  return (
    <section className="stack progress-page">
      <h2>{words.title}</h2>
      <p className="soft">{words.hint(found.megabytes)}</p>
      {editable && <AddEvidence nodes={nodeId === null ? found.nodes : []} nodeId={nodeId ?? ''} megabytes={found.megabytes} work={work} />}
      <News work={work} />
      {found.files.length === 0 ? <p>{words.none}</p> : <Files files={found.files} nodes={found.nodes} editable={editable} work={work} />}
    </section>
  );
}

interface FilesProps {
  readonly files: readonly Evidence[];
  readonly nodes: readonly PlanNode[];
  readonly editable: boolean;
  readonly work: EvidenceWork;
}

function Files({ files, nodes, editable, work }: FilesProps) {
  const { evidence: words, entries, form } = useWords().projectProgress;
  const titles = new Map(nodes.map(({ id, title }) => [id, title || form.unnamed]));
  return (
    <ScrollBox label={words.title} className="progress-scroll">
      <table className="table">
        <ColumnHeads columns={words.columns} />
        <tbody>
          {files.map((file) => (
            <EvidenceRow
              key={file.id}
              file={file}
              about={file.nodeId === '' ? entries.whole : (titles.get(file.nodeId) ?? '')}
              editable={editable}
              work={work}
            />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function News({ work: { news, failure, bringBack } }: { readonly work: EvidenceWork }) {
  const { projectProgress, failures } = useWords();
  const { evidence: words } = projectProgress;
  const [asked, setAsked] = useState(false);
  if (failure) return <FailureNotice text={failures[failure.kind](failure.subject)} />;
  if (!news) return null;
  const restore = async (file: Evidence): Promise<void> => {
    setAsked(true);
    await bringBack(file);
    setAsked(false);
  };
  switch (news.kind) {
    case 'opened':
      return <Notice tone="plain">{words.opened(news.name)}</Notice>;
    case 'saved':
      return (
        <Notice tone="good">
          ✓ {words.saved(news.folder)} {news.removable && words.canUnplug}
        </Notice>
      );
    case 'removed':
      return (
        <Notice tone="plain">
          {words.removed(news.file.name)}{' '}
          <Button disabled={asked} onClick={() => void restore(news.file)}>
            {words.undo}
          </Button>
        </Notice>
      );
  }
}
