import { useCallback, useEffect, useState } from 'react';
import type { ReceivingKeyState } from '@shared/ipc/contract.ts';
import type { Result } from '@shared/model/failure.ts';
import { request } from '../../../bridge.ts';
import { Button } from '../../../ui/button.tsx';
import { dayOf } from '../../../ui/format.ts';
import { FailureNotice, Notice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { ExportKeyDialog } from './export-key-dialog.tsx';
import { ImportKeyDialog } from './import-key-dialog.tsx';

/** 收卷密钥: without a copy of it in the safe, a broken disk makes answers unreadable. */
export function KeyCard() {
  const words = useWords().exams.page.key;
  const { state, ask } = useReceivingKey();
  const [dialog, setDialog] = useState<'export' | 'import' | null>(null);
  const close = (): void => {
    setDialog(null);
    void ask();
  };
  return (
    <section className="card stack" aria-labelledby="key-title">
      <h2 id="key-title">{words.title}</h2>
      <p>{words.text}</p>
      {state && <KeyState state={state} />}
      <div className="row">
        <Button disabled={!state?.ok || !state.value.usable} onClick={() => setDialog('export')}>
          {words.export}
        </Button>
        <Button onClick={() => setDialog('import')}>{words.import}</Button>
      </div>
      {dialog === 'export' && <ExportKeyDialog onClose={close} />}
      {dialog === 'import' && <ImportKeyDialog onClose={close} />}
    </section>
  );
}

function KeyState({ state }: { readonly state: Result<ReceivingKeyState> }) {
  const { exams, failures } = useWords();
  const words = exams.page.key;
  if (!state.ok) return <FailureNotice text={failures[state.failure.kind](state.failure.subject)} />;
  const { usable, exportedAt, former } = state.value;
  return (
    <>
      {!usable && <Notice tone="bad">{words.unusable}</Notice>}
      {usable && exportedAt === null && <Notice tone="warn">{words.never}</Notice>}
      {exportedAt !== null && <p>✓ {words.exported(dayOf(exportedAt))}</p>}
      {former > 0 && <p className="soft">{words.former(former)}</p>}
    </>
  );
}

function useReceivingKey() {
  const [state, setState] = useState<Result<ReceivingKeyState> | null>(null);
  const ask = useCallback(async (): Promise<void> => setState(await request('exam:receiving-key')), []);
  useEffect(() => {
    void ask();
  }, [ask]);
  return { state, ask };
}
