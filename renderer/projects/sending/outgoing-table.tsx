import { stateOf, type Outgoing } from '@shared/projects/sending/outgoing.ts';
import { ColumnHeads } from '../../ui/column-heads.tsx';
import { minuteOf } from '../../ui/format.ts';
import { ScrollBox } from '../../ui/scroll-box.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

interface OutgoingTableProps {
  readonly outgoing: readonly Outgoing[];
  readonly isChosen: (one: Outgoing) => boolean;
  readonly onChoose: (one: Outgoing, wanted: boolean) => void;
}

const tones = { new: 'warn', changed: 'warn', sent: 'good' } as const;

/** Everything that may go up, what was sent of it and when. */
export function OutgoingTable({ outgoing, isChosen, onChoose }: OutgoingTableProps) {
  const { projectSending: words } = useWords();
  return (
    <ScrollBox label={words.list} className="sending-scroll">
      <table className="table" aria-label={words.list}>
        <ColumnHeads columns={words.columns} />
        <tbody>
          {outgoing.map((one) => (
            <OutgoingRow key={one.id} one={one} chosen={isChosen(one)} onChoose={(wanted) => onChoose(one, wanted)} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface OutgoingRowProps {
  readonly one: Outgoing;
  readonly chosen: boolean;
  readonly onChoose: (wanted: boolean) => void;
}

function OutgoingRow({ one, chosen, onChoose }: OutgoingRowProps) {
  const { projectSending: words } = useWords();
  const { entry, title, isDraft, sent } = one;
  const kind = words.kinds[entry.kind];
  const state = stateOf(one);
  return (
    <tr>
      <td>
        <label className="check">
          <input
            type="checkbox"
            aria-label={words.choose(kind, title)}
            checked={chosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
        </label>
      </td>
      <td>{kind}</td>
      <th scope="row" className="sending-title">
        {title}
      </th>
      <td>
        <span className="row">
          <Tag tone={tones[state]}>{words.states[state]}</Tag>
          {isDraft && <Tag tone="plain">{words.draft}</Tag>}
        </span>
      </td>
      <td>{sent ? words.sentAt(minuteOf(sent.exportedAt), sent.revision) : words.never}</td>
    </tr>
  );
}
