import { useId, useState } from 'react';
import type { Bank, BankBatch } from '@shared/model/bank.ts';
import { readBatches } from '../../data/bank/batches.ts';
import type { BankSearch } from '../../data/bank/search/search.ts';
import { useLive } from '../../data/live.ts';
import { hrefOf, navigate } from '../../route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Field } from '../../ui/field.tsx';
import { minuteOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { Suggestions } from '../../ui/suggestions.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { useSections } from '../common/use-sections.ts';
import { ImportStage } from './import-stage.tsx';
import { onlyBatch } from './import-state.ts';
import { useImport } from './use-import.ts';

/** Choose files, follow their reading, and look at what was imported before. */
export function ImportPage({ bank, search }: { readonly bank: Bank; readonly search: BankSearch | null }) {
  const { bankImport } = useWords();
  const batches = useLive(() => readBatches(bank.id), [bank.id]);
  const [section, setSection] = useState('');
  const task = useImport(bank.id);
  const choose = async (): Promise<void> => {
    const only = onlyBatch(await task.choose(section.trim()));
    if (only) navigate('bank', bank.id, 'import', only);
  };
  return (
    <>
      <div className="row bank-import-choice">
        <Button main disabled={task.state.kind === 'running'} onClick={() => void choose()}>
          {bankImport.choose}
        </Button>
        <SectionField search={search} section={section} onSection={setSection} />
      </div>
      <p className="soft">{bankImport.chooseHint}</p>
      <ImportStage bank={bank} task={task} />
      {batches?.length === 0 && task.state.kind === 'idle' && <Empty>{bankImport.batches.empty}</Empty>}
      {batches && batches.length > 0 && <BatchTable batches={batches} />}
    </>
  );
}

interface SectionFieldProps {
  readonly search: BankSearch | null;
  readonly section: string;
  readonly onSection: (section: string) => void;
}

function SectionField({ search, section, onSection }: SectionFieldProps) {
  const { bankImport } = useWords();
  const sections = useSections(search);
  const list = useId();
  return (
    <>
      <Field label={bankImport.section}>
        <input
          list={list}
          maxLength={500}
          value={section}
          placeholder={bankImport.sectionNone}
          onChange={(event) => onSection(event.target.value)}
        />
      </Field>
      <Suggestions id={list} names={sections} />
    </>
  );
}

const tones = { staged: 'warn', accepted: 'good', dropped: 'plain' } as const;

function BatchTable({ batches }: { readonly batches: readonly BankBatch[] }) {
  const { bankImport } = useWords();
  const words = bankImport.batches;
  return (
    <ScrollBox label={words.caption} className="bank-scroll">
      <table className="table">
        <caption>{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.format}</th>
            <th scope="col" className="num">
              {words.source}
            </th>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id}>
              <td className="bank-long">
                <a href={hrefOf('bank', batch.bankId, 'import', batch.id)}>{batch.file}</a>
              </td>
              <td>{bankImport.formats[batch.format]}</td>
              <td className="num">{batch.accounted.source}</td>
              <td>{minuteOf(batch.at)}</td>
              <td>
                <Tag tone={tones[batch.state]}>{words.states[batch.state]}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
