import { useState } from 'react';
import { Field } from '../../../ui/field.tsx';
import { minuteOf } from '../../../ui/format.ts';
import { Tag } from '../../../ui/tag.tsx';
import { ListTable } from '../../list-table.tsx';
import { useWords } from '../../../words.tsx';
import type { ReceivedRecord } from './collection.ts';

const shownAtOnce = 100;
const tones = { complete: 'good', unfinished: 'warn', conflict: 'bad', setAside: 'plain' } as const;

/** What has come in, with the receipt codes to compare by telephone. */
export function Received({ received }: { readonly received: readonly ReceivedRecord[] }) {
  const words = useWords().collecting.received;
  const [typed, setTyped] = useState('');
  const found = received.filter((one) => matches(one, typed));
  return (
    <section className="card stack">
      <h2>{words.title}</h2>
      {received.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.hint}</p>
          <Field label={words.find}>
            <input type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
          </Field>
          <ReceivedTable received={found.slice(0, shownAtOnce)} />
          {found.length > shownAtOnce && <p className="soft">{words.more(found.length - shownAtOnce)}</p>}
        </>
      )}
    </section>
  );
}

/** Receipt codes are read out with and without their hyphen. */
function matches({ row, facts }: ReceivedRecord, typed: string): boolean {
  const plain = (text: string): string => text.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return plain([facts.header.name, facts.header.unitName, row.receipt].join('|')).includes(plain(typed));
}

function ReceivedTable({ received }: { readonly received: readonly ReceivedRecord[] }) {
  const words = useWords().collecting.received;
  const { columns } = words;
  return (
    <ListTable
      label={words.title}
      columns={[columns.name, columns.unit, columns.variant, columns.handedInAt, columns.receipt, columns.state]}
    >
      {received.map(({ row, facts, listed }) => (
        <tr key={row.id}>
          <th scope="row">{facts.header.name}</th>
          <td>{facts.header.unitName}</td>
          <td>{facts.header.variant}</td>
          <td>{facts.handedInAt === null ? '' : minuteOf(facts.handedInAt)}</td>
          <td>
            <code className="examining-receipt">{row.receipt}</code>
          </td>
          <td>
            <span className="row">
              <Tag tone={tones[row.state]}>{words.states[row.state]}</Tag>
              {!listed && <Tag tone="warn">{words.notListed}</Tag>}
            </span>
          </td>
        </tr>
      ))}
    </ListTable>
  );
}
