import { useState } from 'react';
import type { ProjectRules } from '@shared/model/policy.ts';
import type { Assessment, AssessmentMarks } from '@shared/model/reviewing.ts';
import { useLive } from '../../../data/live.ts';
import { readProjectRules } from '../../../data/projects/rules.ts';
import { readMarks, saveAssessment } from '../../../data/reviewing/assessment.ts';
import { Field } from '../../../ui/field.tsx';
import { useWords } from '../../../words.tsx';
import { TopicForm } from '../../topics/form/topic-form.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import { assessmentOf, draftOf, newDraft, problemOf, type AssessmentDraft, type DraftProblem } from './draft.ts';
import { GradeFields } from './grade-fields.tsx';
import { ProjectChoice } from './project-choice.tsx';

/** 新建评审, with everything that the policy proposes. */
export function NewAssessment({ today }: { readonly today: string }) {
  const { app } = useWords();
  const rules = useLive(readProjectRules, []);
  if (!rules) return <p className="soft">{app.loading}</p>;
  return <NewForm rules={rules} year={Number(today.slice(0, 4))} />;
}

function NewForm({ rules, year }: { readonly rules: ProjectRules; readonly year: number }) {
  const { assessment: words } = useWords();
  const [identity] = useState(() => ({ id: crypto.randomUUID(), createdAt: Date.now(), finalAt: null, archived: false, judges: [] }));
  const [first] = useState(() => newDraft({ title: words.form.usualTitle(year), year, rules: rules.assessment }));
  return <AssessmentForm identity={identity} first={first} before={null} title={words.create} />;
}

/** The settings of a review, to be changed until it is final. What was marked stays. */
export function EditAssessment({ assessment }: { readonly assessment: Assessment }) {
  const { assessment: words, app } = useWords();
  const marks = useLive(() => readMarks(assessment.id), [assessment.id]);
  const [first] = useState(() => draftOf(assessment)); // what is typed stays, whatever is saved meanwhile
  if (!marks) return <p className="soft">{app.loading}</p>;
  if (assessment.finalAt !== null) return <p>{words.form.locked}</p>;
  return <AssessmentForm identity={assessment} first={first} before={{ assessment, marks }} title={words.part.settings} />;
}

interface AssessmentFormProps {
  readonly title: string;
  readonly identity: Pick<Assessment, 'id' | 'createdAt' | 'finalAt' | 'archived' | 'judges'>;
  readonly first: AssessmentDraft;
  readonly before: { readonly assessment: Assessment; readonly marks: readonly AssessmentMarks[] } | null;
}

function AssessmentForm({ title, identity, first, before }: AssessmentFormProps) {
  const { form: words } = useWords().assessment;
  const [draft, setDraft] = useState(first);
  const change = (fields: Partial<AssessmentDraft>): void => setDraft((now) => ({ ...now, ...fields }));
  const save = () =>
    saveAssessment(
      before ? 'assessment.edit' : 'assessment.create',
      assessmentOf(draft, { ...identity, newId: () => crypto.randomUUID() }),
    );
  return (
    <TopicForm
      title={title}
      isChanged={JSON.stringify(draft) !== JSON.stringify(first)}
      problem={useProblem(problemOf(draft, before))}
      save={save}
      back={['reviewing', 'assessment', identity.id]}
    >
      <div className="reviewing-fields">
        <Field label={words.title}>
          <input value={draft.title} maxLength={200} onChange={(event) => change({ title: event.target.value })} />
        </Field>
        <Field label={words.year}>
          <input
            type="number"
            min={2000}
            max={2999}
            value={draft.year}
            onChange={(event) => change({ year: Number(event.target.value) })}
          />
        </Field>
      </div>
      <Field label={words.judges}>
        <textarea rows={5} value={draft.judges} onChange={(event) => change({ judges: event.target.value })} />
      </Field>
      <p className="soft">{words.judgesHint}</p>
      <CriterionFields criteria={draft.criteria} onChange={(criteria) => change({ criteria })} />
      <label className="check">
        <input type="checkbox" checked={draft.dropExtremes} onChange={(event) => change({ dropExtremes: event.target.checked })} />
        {words.dropExtremes}
      </label>
      <GradeFields grades={draft.grades} onChange={(grades) => change({ grades })} />
      <ProjectChoice year={draft.year} chosen={draft.projectIds} onChange={(projectIds) => change({ projectIds })} />
    </TopicForm>
  );
}

function useProblem(problem: DraftProblem | null): string {
  const { problems } = useWords().assessment.form;
  if (!problem) return '';
  return problem.kind === 'judgeWithMarks' ? problems.judgeWithMarks(problem.name) : problems[problem.kind];
}
