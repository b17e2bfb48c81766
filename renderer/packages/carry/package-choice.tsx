import { shortFingerprint } from '@shared/fingerprint.ts';
import type { Carriable } from '@shared/ipc/contract.ts';
import { sizeOf } from '../../ui/format.ts';
import { useWords } from '../../words.tsx';
import { bytesOfChoice, withToggled, type Chosen } from './choice.ts';

interface PublisherChoiceProps {
  readonly carriables: readonly Carriable[];
  readonly chosen: string;
  readonly onChoose: (publisher: string) => void;
}

/** One copy holds what one publisher has signed. */
export function PublisherChoice({ carriables, chosen, onChoose }: PublisherChoiceProps) {
  const { packages: general, packageCarry: words } = useWords();
  return (
    <fieldset className="choice">
      <legend>{words.publisher}</legend>
      {carriables.map(({ publisher, packages }) => (
        <label key={publisher} className="check">
          <input type="radio" name="publisher" checked={publisher === chosen} onChange={() => onChoose(publisher)} />
          <span className="choice-label">
            {words.publisherName(packages.map(({ title }) => title).join(general.comma), shortFingerprint(publisher))}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface PackageChoiceProps {
  readonly carriable: Carriable;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** All packages, or some of them. */
export function PackageChoice({ carriable, chosen, onChoose }: PackageChoiceProps) {
  const { packageCarry: words } = useWords();
  const names = carriable.packages.map(({ name }) => name);
  return (
    <fieldset className="choice">
      <legend>{words.packages}</legend>
      <label className="check">
        <input type="radio" name="extent" checked={chosen === null} onChange={() => onChoose(null)} />
        {words.all(sizeOf(bytesOfChoice(carriable, null)))}
      </label>
      <label className="check">
        <input type="radio" name="extent" checked={chosen !== null} onChange={() => onChoose(names)} />
        {words.some}
      </label>
      {chosen !== null && (
        <div className="packages-indent">
          {carriable.packages.map(({ name, title, version, bytes }) => (
            <label key={name} className="check">
              <input type="checkbox" checked={chosen.includes(name)} onChange={() => onChoose(withToggled(carriable, chosen, name))} />
              <span className="choice-label">{words.item(title, version, sizeOf(bytes))}</span>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  );
}
