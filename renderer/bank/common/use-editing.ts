import { useState } from 'react';
import type { BankEntry, EntryRef } from '@shared/model/bank.ts';
import { useLeaving } from './use-leaving.ts';

/** Which form is open. That of an entry keeps to the entry with which it was opened, whatever the list does meanwhile. */
export type OpenForm = { readonly kind: 'entry'; readonly ref: EntryRef; readonly entry: BankEntry } | { readonly kind: 'new' };

export interface Editing {
  /** Null where none is open. */
  readonly form: OpenForm | null;
  readonly open: (form: OpenForm) => void;
  readonly close: () => void;
  readonly onDirty: (dirty: boolean) => void;
  /** Does something that leaves the form, after asking where something was changed. */
  readonly leaveFor: (action: () => void) => void;
  /** True while it is being asked. */
  readonly asks: boolean;
  readonly stay: () => void;
  readonly leave: () => void;
}

/** Whether a form beside a list is open, and what waits until the person has decided about unsaved changes. */
export function useEditing(): Editing {
  const [form, setForm] = useState<Editing['form']>(null);
  const [isDirty, setIsDirty] = useState(false);
  const close = (): void => {
    setForm(null);
    setIsDirty(false);
  };
  const { asks, ask, stay, leave } = useLeaving(isDirty, close);
  return {
    form,
    open: setForm,
    close,
    onDirty: setIsDirty,
    leaveFor(action) {
      if (form !== null && isDirty) return ask(action);
      close();
      action();
    },
    asks,
    stay,
    leave,
  };
}
