import type { ProjectRules } from '@shared/model/policy.ts';
import type { ProjectStage } from '@shared/model/project-event.ts';
import { isOver } from '@shared/projects/lifecycle/state.ts';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../../words.tsx';
import { IndicatorEditor } from '../indicators/indicator-editor.tsx';
import { SourceSelect } from '../source-select.tsx';
import { DateField, LineField, TextField, YearField } from './field.tsx';
import { NumberField } from './number-field.tsx';
import { SaveState } from './save-state.tsx';
import type { ProjectDraft } from './use-draft.ts';

interface FieldsProps {
  readonly draft: ProjectDraft;
  readonly stage: ProjectStage;
  /** What is under review, or over, is only read. */
  readonly isLocked: boolean;
  readonly rules: ProjectRules;
}

const texts = ['background', 'problem', 'measures', 'effect', 'outcome'] as const;

/** The application (申报表, formats: 5), saved as one types. */
export function Fields({ draft, stage, isLocked, rules }: FieldsProps) {
  const { form, field } = useWords().projectApplication;
  const { project, change } = draft;
  const shared = { draft, isLocked };
  return (
    <section className="stack" aria-label={form.heading}>
      <div className="head project-form-head">
        <h2>{form.heading}</h2>
        <SaveState draft={draft} />
      </div>
      {isLocked && <Notice tone="plain">{isOver(stage) ? form.ended : form.locked}</Notice>}
      {stage === 'approved' && <p className="soft">{form.approvedNote}</p>}
      <fieldset className="application-group">
        <legend>{form.facts}</legend>
        <LineField name="title" {...shared} isNeeded />
        <div className="project-fields">
          <NumberField {...shared} rules={rules} />
          <SourceSelect
            label={field.topicSource}
            value={project.topicSource}
            disabled={isLocked || project.topicId !== ''}
            onChange={(topicSource) => change({ topicSource })}
          />
          <LineField name="unitName" {...shared} />
          <LineField name="branch" {...shared} />
          <LineField name="secretary" {...shared} />
          <LineField name="contact" {...shared} />
          <LineField name="specialty" {...shared} />
          <YearField {...shared} />
          <DateField name="startDate" {...shared} />
          <DateField name="endDate" {...shared} />
        </div>
      </fieldset>
      <fieldset className="application-group">
        <legend>{form.content}</legend>
        {texts.map((name) => (
          <TextField key={name} name={name} {...shared} />
        ))}
      </fieldset>
      <fieldset className="application-group">
        <legend>{field.indicators}</legend>
        <IndicatorEditor indicators={project.indicators} isLocked={isLocked} onChange={(indicators) => change({ indicators })} />
      </fieldset>
      <label className="check">
        <input type="checkbox" checked={project.archived} onChange={(event) => change({ archived: event.target.checked })} />
        {form.archived}
      </label>
    </section>
  );
}
