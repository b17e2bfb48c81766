import { useEffect, useId, useRef } from 'react';
import type { GridEditor } from './grid-state.ts';

interface CellEditorProps {
  /** Column, row and content, for those who hear the table. */
  readonly label: string;
  readonly editor: GridEditor | null;
  readonly editable: boolean;
  /** True while the table has the focus: then a cell that becomes active takes it. */
  readonly focused: { readonly current: boolean };
  readonly onText: (text: string) => void;
}

/**
 * Lies over the active cell and always holds the focus, unseen until something is typed: an input method for Chinese
 * needs a field to begin in, and would lose the first letters if the field were opened by them.
 */
export function CellEditor({ label, editor, editable, focused, onText }: CellEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  const problem = editor?.problem ?? '';
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
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : problemId}
        rows={1}
        spellCheck={false}
        readOnly={!editable}
        value={editor?.text ?? ''}
        onChange={(event) => onText(event.target.value)}
      />
      {problem !== '' && (
        <span id={problemId} role="alert" className="grid-problem" ref={(element) => element?.scrollIntoView(nearest)}>
          {problem}
        </span>
      )}
    </>
  );
}

const nearest: ScrollIntoViewOptions = { block: 'nearest', inline: 'nearest' };

function showAndFocus(field: HTMLTextAreaElement | null): void {
  field?.focus({ preventScroll: true });
  field?.closest('td, th')?.scrollIntoView(nearest); // the cell, not the field: the box's scroll padding keeps it clear of frozen columns
}
