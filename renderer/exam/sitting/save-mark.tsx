import { useSyncExternalStore } from 'react';
import { FailureNotice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import type { Sheet } from './sheet.ts';

/** 已保存 shows only when everything is on the disk. */
export function SaveMark({ sheet }: { readonly sheet: Sheet }) {
  const { app } = useWords();
  const { kind } = useSyncExternalStore(sheet.subscribe, sheet.saveState);
  const looks = {
    saved: { tone: 'good', sign: '✓', text: app.saved },
    saving: { tone: 'plain', sign: '', text: app.saving },
    unsaved: { tone: 'bad', sign: '!', text: app.notSaved },
  } as const;
  const { tone, sign, text } = looks[kind];
  return (
    <span role="status">
      <span aria-hidden="true">{sign}</span> <Tag tone={tone}>{text}</Tag>
    </span>
  );
}

/** Why it is not saved, and that it is being tried again. */
export function UnsavedNotice({ sheet }: { readonly sheet: Sheet }) {
  const { exam, failures } = useWords();
  const state = useSyncExternalStore(sheet.subscribe, sheet.saveState);
  if (state.kind !== 'unsaved') return null;
  const text = failures[state.failure.kind](state.failure.subject);
  return <FailureNotice text={{ ...text, next: `${exam.sit.unsavedHint(state.count)} ${text.next}` }} />;
}
