import { useEffect, useId, useRef } from 'react';
import type { GridEditor, Refusal } from './grid-state.ts';

export interface CellEditorProps {
  /** Column, row and content, for those who hear the table. */
  readonly label: string;
  readonly editor: GridEditor | null;
  readonly editable: boolean;
  /** True while the table has the focus: then a cell that becomes active takes it. */
  readonly focused: { readonly current: boolean };
  readonly onText: (text: string) => void;
  /** What the button says that takes a proposal. */
  readonly proposalLabel: (proposal: string) => string;
}

/**
 * Lies over the active cell and always holds the focus, unseen until something is typed: an input method for Chinese
 * needs a field to begin in, and would lose the first letters if the field were opened by them.
 */
export function CellEditor({ label, editor, editable, focused, onText, proposalLabel }: CellEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  const refusal = editor?.refusal ?? null;
  useEffect(() => {
    if (focused.current) showAndFocus(field.current);
  }, [focused]);
  useEffect(() => {
    const element = field.current;
    if (editor?.mode === 'editing') element?.setSelectionRange(element.value.length, element.value.length);
  }, [editor?.mode]);
  return (
    <>
      <textarea
        ref={field}
        className={editor ? 'grid-editor grid-editor-open' : 'grid-editor'}
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? problemId : undefined}
        rows={1}
        spellCheck={false}
        readOnly={!editable}
        value={editor?.text ?? ''}
        onChange={(event) => onText(event.target.value)}
      />
      {refusal && <Problem id={problemId} refusal={refusal} proposalLabel={proposalLabel} />}
    </>
  );
}

type ProblemProps = Pick<CellEditorProps, 'proposalLabel'> & { readonly id: string; readonly refusal: Refusal };

/** Why the text was not taken, with what may have been meant: the table as a whole hears the button. */
function Problem({ id, refusal, proposalLabel }: ProblemProps) {
  return (
    <span id={id} role="alert" className="grid-problem" ref={(element) => element?.scrollIntoView(nearest)}>
      {refusal.problem}
      {refusal.proposal !== '' && (
        <button type="button" className="button" data-proposal={refusal.proposal}>
          {proposalLabel(refusal.proposal)}
        </button>
      )}
    </span>
  );
}

const nearest: ScrollIntoViewOptions = { block: 'nearest', inline: 'nearest' };

function showAndFocus(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true });
  field?.closest('[role=gridcell]')?.scrollIntoView(nearest); // the cell, not the field: the box's scroll padding keeps it clear of frozen columns
}
