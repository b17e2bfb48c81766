import './options.css';
import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { letterOf } from './use-keys.ts';

export interface ShownOption {
  /** What the choice means; places only say where it stands. */
  readonly value: number;
  readonly text: ReactNode;
  /** After an answer: whether this one is right, and in words what it was. */
  readonly mark?: { readonly tone: 'good' | 'bad'; readonly text: string };
}

interface OptionsProps {
  readonly legend: string;
  /** Whether the legend is seen; where the screen says the same elsewhere it is only read out. */
  readonly legendShown: boolean;
  readonly options: readonly ShownOption[];
  readonly chosen: readonly number[];
  readonly multiple: boolean;
  readonly disabled: boolean;
  readonly onToggle: (value: number) => void;
}

/** Choices one under another; the whole row can be clicked. Radio buttons or check boxes underneath, so that keys and readers work. */
export function Options({ legend, legendShown, options, chosen, multiple, disabled, onToggle }: OptionsProps) {
  const name = useId();
  return (
    <fieldset className="options">
      <legend className={legendShown ? 'soft' : 'visually-hidden'}>{legend}</legend>
      {options.map((option, place) => {
        const isChosen = chosen.includes(option.value);
        return (
          <label
            key={option.value}
            className={`option ${isChosen ? 'option-chosen' : ''} ${option.mark ? `option-${option.mark.tone}` : ''}`}
          >
            <input
              type={multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={isChosen}
              disabled={disabled}
              onChange={() => onToggle(option.value)}
              onKeyDown={moveOnly}
            />
            <span className="option-letter">{letterOf(place)}</span>
            <span className="option-text">{option.text}</span>
            {option.mark && <span className={`tag tag-${option.mark.tone}`}>{option.mark.text}</span>}
          </label>
        );
      })}
    </fieldset>
  );
}

/** Up and down only move the focus: a radio button would choose at once, and here a choice counts. Space chooses. */
function moveOnly(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  event.preventDefault();
  const inputs = [...(event.currentTarget.closest('fieldset')?.querySelectorAll('input') ?? [])];
  const place = inputs.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1);
  inputs.at(place % inputs.length)?.focus();
}
