import { stateOf, type Mastery, type MasteryState } from '@shared/study/blind-spots/mastery.ts';
import { Tag } from '../../ui/tag.tsx';
import { useWords } from '../../words.tsx';

const tones = { few: 'plain', weak: 'bad', shaky: 'warn', sound: 'good' } as const satisfies Record<MasteryState, string>;

interface StateTagProps {
  readonly mastery: Pick<Mastery, 'estimate' | 'answers'>;
  readonly passLine: number;
}

/** How a rate is to be read, by sign and word. */
export function StateTag({ mastery, passLine }: StateTagProps) {
  const { blindSpots } = useWords();
  const state = stateOf(mastery, passLine);
  return <Tag tone={tones[state]}>{`${blindSpots.signs[state]} ${blindSpots.states[state]}`}</Tag>;
}
