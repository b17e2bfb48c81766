import { useState, type ReactNode } from 'react';
import type { Assignment } from '@shared/model/topic.ts';
import { archiveAssignment, readUnits, saveAssignments } from '../../../data/reviewing/topics.ts';
import { useLive } from '../../../data/live.ts';
import { hrefOf } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { TopicFacts } from '../topic-facts.tsx';
import { assignmentOf, draftOfAssignment, newAssignmentDraft, problemOfAssignment, type AssignmentDraft } from './assignment-draft.ts';
import { TopicFields } from './topic-fields.tsx';
import { TopicForm } from './topic-form.tsx';
import { UnitChoice } from './unit-choice.tsx';

/** 新建交办题目: the same topic for one unit or several. */
export function NewAssignment({ today }: { readonly today: string }) {
  const { bureauTopics } = useWords();
  const [first] = useState(() => newAssignmentDraft(today));
  const [draft, setDraft] = useState(first);
  const units = useLive(readUnits, []) ?? [];
  const change = (changes: Partial<AssignmentDraft>): void => setDraft((now) => ({ ...now, ...changes }));
  const chosen = units.filter(({ id }) => draft.unitIds.includes(id));
  return (
    <AssignmentForm
      title={bureauTopics.newAssignment}
      first={first}
      draft={draft}
      onChange={change}
      topics={() => chosen.map((unit) => assignmentOf(draft, unit, { id: crypto.randomUUID(), archived: false }))}
      isNew
    >
      <fieldset className="choice">
        <legend>{bureauTopics.form.units}</legend>
        <UnitChoice units={units} chosen={draft.unitIds} onChange={(unitIds) => change({ unitIds })} />
      </fieldset>
    </AssignmentForm>
  );
}

/** An assignment: to be changed until it is published, then only to be archived. */
export function EditAssignment({ assignment, isPublished }: { readonly assignment: Assignment; readonly isPublished: boolean }) {
  const { bureauTopics } = useWords();
  const [first] = useState(() => draftOfAssignment(assignment)); // what is typed stays, whatever is saved meanwhile
  const [draft, setDraft] = useState(first);
  if (isPublished) return <PublishedAssignment assignment={assignment} />;
  const unit = { id: assignment.unitId, name: assignment.unitName };
  return (
    <div className="stack">
      <AssignmentForm
        title={bureauTopics.offer.edit}
        first={first}
        draft={draft}
        onChange={(changes) => setDraft((now) => ({ ...now, ...changes }))}
        topics={() => [assignmentOf(draft, unit, assignment)]}
        isNew={false}
      >
        <p>{`${bureauTopics.columns.unit}：${unit.name}`}</p>
      </AssignmentForm>
      <ArchiveButton assignment={assignment} />
    </div>
  );
}

interface AssignmentFormProps {
  readonly title: string;
  readonly first: AssignmentDraft;
  readonly draft: AssignmentDraft;
  readonly onChange: (changes: Partial<AssignmentDraft>) => void;
  /** What is to be kept. */
  readonly topics: () => readonly Assignment[];
  readonly isNew: boolean;
  readonly children: ReactNode;
}

function AssignmentForm({ title, first, draft, onChange, topics, isNew, children }: AssignmentFormProps) {
  const words = useWords().bureauTopics.form;
  const problem = problemOfAssignment(draft);
  return (
    <TopicForm
      title={title}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      problem={problem ? words[problem] : ''}
      save={() => saveAssignments(isNew ? 'assignment.create' : 'assignment.edit', topics())}
      back={['reviewing', 'topics']}
    >
      <TopicFields draft={draft} onChange={onChange} />
      <Field label={words.dueDate}>
        <input type="date" value={draft.dueDate} onChange={(event) => onChange({ dueDate: event.target.value })} />
      </Field>
      {children}
    </TopicForm>
  );
}

function PublishedAssignment({ assignment }: { readonly assignment: Assignment }) {
  const { bureauTopics } = useWords();
  const { offer, columns } = bureauTopics;
  const facts = [
    [columns.unit, assignment.unitName],
    [offer.facts.specialty, assignment.specialty],
    [offer.facts.problem, assignment.problem],
    [offer.facts.expected, assignment.expected],
    [columns.due, assignment.dueDate],
  ] as const;
  return (
    <div className="stack">
      <h2>{assignment.title}</h2>
      <TopicFacts facts={facts} />
      <p className="soft">{offer.publishedHint}</p>
      <div className="row">
        <a className="button" href={hrefOf('reviewing', 'topics')}>
          {bureauTopics.toList}
        </a>
        <ArchiveButton assignment={assignment} />
      </div>
    </div>
  );
}

function ArchiveButton({ assignment }: { readonly assignment: Assignment }) {
  const { offer } = useWords().bureauTopics;
  return (
    <div>
      <Button onClick={() => void archiveAssignment(assignment, !assignment.archived)}>
        {assignment.archived ? offer.unarchive : offer.archive}
      </Button>
    </div>
  );
}
