import type { KeyRole, KeysState, KeyState } from '@shared/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { dayOf } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';
import { isHere, isLocked, keysOf } from '../key-states.ts';
import type { KeyDialogName } from './key-dialogs.tsx';

interface RoleCardProps {
  readonly role: KeyRole;
  readonly keys: KeysState;
  readonly onOpen: (dialog: KeyDialogName) => void;
}

/** The keys of one role: what they are for, where they lie, whether they were exported, and what can be done with them. */
export function RoleCard({ role, keys, onOpen }: RoleCardProps) {
  const { publishingKeys: words } = useWords();
  const own = keysOf(keys, role);
  const exported = keys.exported[role];
  return (
    <section className="card stack" aria-label={words.roles[role]}>
      <h2 className="publishing-role">{words.roles[role]}</h2>
      <p className="soft">{words.uses[role]}</p>
      <p>{own.length === 0 ? words.none : own.length === 1 ? words.one : words.many(own.length, needed(keys, role))}</p>
      {own.length > 0 && <KeyTable keys={own} />}
      {own.some(isHere) && (
        <p>{exported === null ? `${role === 'root' ? '⚠ ' : ''}${words.notExported}` : `✓ ${words.exported(dayOf(exported))}`}</p>
      )}
      <Actions role={role} keys={own} onOpen={onOpen} />
    </section>
  );
}

const needed = (keys: KeysState, role: KeyRole): number => (role === 'root' ? keys.root.threshold : 1);

function KeyTable({ keys }: { readonly keys: readonly KeyState[] }) {
  const { publishingKeys: words } = useWords();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{words.columns.id}</th>
          <th scope="col">{words.columns.here}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <td>
              <code>{key.id}</code>
            </td>
            <td>
              <div className="row">
                {words.here[key.here]}
                {key.here === 'sealed' && <Tag tone={key.unlocked ? 'warn' : 'plain'}>{key.unlocked ? words.unlocked : words.locked}</Tag>}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ActionsProps {
  readonly role: KeyRole;
  readonly keys: readonly KeyState[];
  readonly onOpen: (dialog: KeyDialogName) => void;
}

function Actions({ role, keys, onOpen }: ActionsProps) {
  const { publishingKeys: words } = useWords();
  const locked = keys.some(isLocked);
  return (
    <>
      <div className="row">
        {actionsFor(role, keys).map((name) => (
          <Button
            key={name}
            disabled={name === 'export' && locked}
            aria-label={`${words[name]} ${words.roles[role]}`}
            onClick={() => onOpen(name)}
          >
            {words[name]}
          </Button>
        ))}
      </div>
      {locked && <p className="soft">{words.unlockFirst}</p>}
    </>
  );
}

/** What can be done with these keys, the nearest first. */
function actionsFor(role: KeyRole, keys: readonly KeyState[]): readonly KeyDialogName[] {
  const isSealed = keys.some(({ here }) => here === 'sealed');
  const actions: KeyDialogName[] = [];
  if (keys.some(isLocked)) actions.push('unlock');
  if (keys.some(isHere)) actions.push('export', ...(isSealed ? (['change', 'open'] as const) : (['protect'] as const)));
  if (role === 'root' && keys.some(isHere)) actions.push('take');
  if (keys.some((key) => !isHere(key))) actions.push('bring');
  return actions;
}
