import type { KeysState, Rotation } from '@shared/ipc/contract.ts';
import { dayOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';

interface ChoiceProps {
  readonly choices: readonly Rotation[];
  readonly chosen: Rotation;
  readonly keys: KeysState;
  readonly onChoose: (rotation: Rotation) => void;
}

/** How many root keys, or what is renewed. */
export function Choice({ choices, chosen, keys, onChoose }: ChoiceProps) {
  const { rotation: words } = useWords();
  const nameOf = useNames(keys);
  return (
    <fieldset className="choice">
      <legend>{chosen.kind === 'root' ? words.howMany : words.what}</legend>
      {choices.map((rotation) => (
        <label key={nameOf(rotation)} className="check">
          <input type="radio" name="choice" checked={rotation === chosen} onChange={() => onChoose(rotation)} />
          {nameOf(rotation)}
        </label>
      ))}
    </fieldset>
  );
}

function useNames(keys: KeysState): (rotation: Rotation) => string {
  const { rotation: words } = useWords();
  return (rotation) => {
    switch (rotation.kind) {
      case 'root':
        return rotation.keys === 1 ? words.single : words.shared;
      case 'sign-again':
        return words.everything(dateOf(keys.expires));
      case 'renew':
        return words.rootOnly(dateOf(keys.rootExpires));
      case 'online':
        return words.cases.online.title;
    }
  };
}

const dateOf = (instant: string): string => (instant === '' ? '—' : dayOf(Date.parse(instant)));
