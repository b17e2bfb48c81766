import { mostParts } from '@shared/bank/grids/read-case.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import { mediaFinding } from '../answers.ts';
import { withCases } from '../cases.ts';
import { placeAt, type Item } from '../items.ts';
import type { Outcome, SketchBase } from '../outcome.ts';
import type { XmlElement } from '../xml.ts';
import { cutBody, type BodyPart } from './body.ts';

/** An item with several interactions. */
interface Several {
  readonly body: XmlElement;
  readonly title: string;
  readonly sketch: SketchBase;
  readonly readPart: (interaction: XmlElement, sketch: SketchBase) => Outcome;
}

/** Interactions with a stem before them, so that several of them make a case. */
const stemmed: ReadonlySet<string> = new Set(['choiceinteraction', 'extendedtextinteraction']);

/**
 * Several choices or texts to write in one item: a case. What stands before an interaction is the stem of its part; what
 * stands before the first is the text of the case, but for its last paragraph where the first has no prompt. Null where
 * the item is no such case.
 */
export function readSeveral({ body, title, sketch, readPart }: Several, options: ReadOptions): Outcome | null {
  const { parts, rest } = cutBody(body);
  const [opening] = parts;
  if (!opening || parts.length > mostParts || !parts.every(({ interaction }) => stemmed.has(interaction.name))) return null;
  const { text, first } = apart(opening);
  const stems = [first, ...parts.slice(1).map(stemOf)];
  const stem = filled([text, rest.text]) || title;
  if (stem === '' || stems.includes('')) return null;
  const base = { ...sketch, explanation: '' };
  const items = parts.map(({ interaction }, place): Item => {
    const own = { ...base, id: sketch.id === '' ? '' : `${sketch.id}/${place + 1}`, stem: stems[place] ?? '' };
    return { place: placeAt(1), outcome: readPart(interaction, own) };
  });
  const findings = mediaFinding([rest, ...parts.flatMap((part) => [part.text, part.prompt])].some(({ media }) => media));
  const head = { place: placeAt(1), sketch: { ...sketch, stem }, weights: parts.map(() => 1), findings };
  const outcome = withCases([head, ...items], options)[0]?.outcome;
  return outcome?.kind === 'question' || outcome?.kind === 'refused' ? outcome : null;
}

const filled = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

const stemOf = ({ text, prompt }: BodyPart): string => filled([text.text, prompt.text]);

/** The text of the case and the stem of its first part. */
function apart({ text, prompt }: BodyPart): { text: string; first: string } {
  if (prompt.text !== '') return { text: text.text, first: prompt.text };
  const at = text.text.lastIndexOf('\n');
  return { text: text.text.slice(0, Math.max(0, at)).trim(), first: text.text.slice(at + 1) };
}
