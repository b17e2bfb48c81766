import { useState } from 'react';
import { encodings, type Encoding } from '@shared/bank/encodings.ts';
import { headerKey } from '@shared/bank/work/mapping.ts';
import type { Bank, BankBatch, MappedColumn } from '@shared/model/bank.ts';
import type { Failure } from '@shared/model/failure.ts';
import { saveMapping } from '../../../data/bank/mappings.ts';
import { navigate } from '../../../route.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { FailureNotice } from '../../../ui/notice.tsx';
import { useWords } from '../../../words.tsx';
import { useStep } from '../../common/use-step.ts';
import type { Work } from '../../common/use-work.ts';
import { ColumnTable } from './column-table.tsx';
import type { ReadFileAs } from './read-as.ts';
import { reread } from './reread.ts';
import { useLayout, type Layout } from './use-layout.ts';

interface RereadDialogProps {
  readonly bank: Bank;
  readonly source: ReadFileAs;
  /** What came of the file before and still waits; null where nothing did. */
  readonly batch: BankBatch | null;
  readonly work: Work;
  readonly onClose: () => void;
}

/** How a file is read: the encoding of a text, the meaning of each column of a table. */
export function RereadDialog(props: RereadDialogProps) {
  const { bankImport, failures, app } = useWords();
  const layout = useLayout(props.source);
  const words = bankImport.reread;
  if (layout?.ok) return <RereadForm {...props} layout={layout.value} />;
  return (
    <Dialog title={words.title} onClose={props.onClose} actions={<Button onClick={props.onClose}>{app.close}</Button>}>
      {layout === null ? (
        <p role="status">{words.loading}</p>
      ) : (
        <FailureNotice text={failures[layout.failure.kind](layout.failure.subject)} />
      )}
    </Dialog>
  );
}

function RereadForm({ bank, source, batch, work, layout, onClose }: RereadDialogProps & { readonly layout: Layout }) {
  const { bankImport, failures, app } = useWords();
  const words = bankImport.reread;
  const newStep = useStep();
  const { asked } = source;
  const [encoding, setEncoding] = useState<Encoding | null>(asked.encoding);
  const [columns, setColumns] = useState<readonly MappedColumn[]>(asked.columns ?? layout.header?.columns ?? []);
  const [sender, setSender] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const apply = async (): Promise<void> => {
    const titles = layout.header?.titles ?? [];
    const isChanged = JSON.stringify(columns) !== JSON.stringify(layout.header?.columns ?? []) || asked.columns !== null;
    if (sender.trim() !== '') {
      const mapping = { id: headerKey(titles), sender: sender.trim(), header: headerKey(titles), columns, at: Date.now() };
      const saved = await saveMapping(mapping);
      if (!saved.ok) return setFailure(saved.failure);
    }
    const readAs = { section: asked.section, encoding, columns: isChanged ? columns : null };
    const result = await work.run(bankImport.reading(source.file), (task) =>
      reread({ bankId: bank.id, source, batch, readAs, newStep, task }),
    );
    if (!result.ok) return setFailure(result.failure);
    onClose();
    navigate('bank', bank.id, 'import', result.value);
  };
  const busy = work.running !== null;
  return (
    <Dialog
      wide
      title={words.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{app.cancel}</Button>
          <Button main disabled={busy} onClick={() => void apply()}>
            {busy ? app.loading : words.apply}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{batch ? words.hint : words.firstHint}</p>
        {layout.encoding !== null && <EncodingField found={layout.encoding} encoding={encoding} onEncoding={setEncoding} />}
        {layout.header === null ? (
          layout.encoding === null && <p>{words.none}</p>
        ) : (
          <>
            <ColumnTable header={layout.header} samples={layout.samples} columns={columns} onColumns={setColumns} />
            <Field label={words.sender}>
              <input maxLength={100} value={sender} onChange={(event) => setSender(event.target.value)} />
            </Field>
            <small className="soft">{words.senderHint}</small>
          </>
        )}
        {failure && <FailureNotice text={failures[failure.kind](failure.subject)} />}
      </div>
    </Dialog>
  );
}

interface EncodingFieldProps {
  readonly found: Encoding;
  /** Null: found out from the text. */
  readonly encoding: Encoding | null;
  readonly onEncoding: (encoding: Encoding | null) => void;
}

function EncodingField({ found, encoding, onEncoding }: EncodingFieldProps) {
  const { bankImport } = useWords();
  return (
    <Field label={bankImport.reread.encoding}>
      <select value={encoding ?? ''} onChange={(event) => onEncoding(encodings.find((name) => name === event.target.value) ?? null)}>
        <option value="">{bankImport.reread.encodingAuto(bankImport.encodings[found])}</option>
        {encodings.map((name) => (
          <option key={name} value={name}>
            {bankImport.encodings[name]}
          </option>
        ))}
      </select>
    </Field>
  );
}
