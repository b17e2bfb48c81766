import type { Mark } from '../../source-text.ts';
import { hasAnswer } from '../keys/begin-key.ts';
import type { Block } from '../block.ts';
import { shareOf } from './rendered.ts';

export type Look = Mark['look'];

/** How much of an option has to have the look. */
const enough = 0.6;
/** Bold is used for much else: so few questions prove nothing. */
const fewest = { colour: 1, underline: 1, strong: 3 } satisfies Record<Look, number>;

/**
 * The look by which a document shows right options: every question with options and without an answer of another kind has
 * some of its options in that look, and not all. Null where there is none.
 */
export function answerLook(blocks: readonly Block[], keyed: (block: Block) => boolean): Look | null {
  const unanswered = blocks
    .flatMap((block) => [block, ...block.parts])
    .filter((block) => block.options.length > 1 && !hasAnswer(block) && !keyed(block));
  const looks: readonly Look[] = ['colour', 'underline', 'strong'];
  return looks.find((look) => unanswered.length >= fewest[look] && unanswered.every((block) => isMarked(block, look))) ?? null;
}

function isMarked(block: Block, look: Look): boolean {
  const places = markedPlaces(block, look);
  return places.length > 0 && places.length < block.options.length;
}

/** The places of the options in that look. */
export const markedPlaces = (block: Block, look: Look): number[] =>
  block.options.filter(({ text }) => shareOf(text, look) >= enough).map(({ place }) => place);
