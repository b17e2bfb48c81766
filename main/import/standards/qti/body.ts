import { textWriter, type PlainText, type TextWriter } from '../plain-text.ts';
import { childrenOf, isElement, type XmlElement } from '../xml.ts';

/** Elements of an item's body whose text is no part of the question: what comes after the answer, and what is for markers. */
const aside = (element: XmlElement): boolean =>
  /^(?:feedback(?:inline|block)|modalfeedback|templateblock|templateinline|stylesheet|catalog|cataloginfo)$/.test(element.name) ||
  (element.name === 'rubricblock' && /scorer|author|tutor|proctor/.test(element.attributes['view'] ?? ''));

/** A video or sound is no place for an answer. */
const isInteraction = (element: XmlElement): boolean => element.name.endsWith('interaction') && element.name !== 'mediainteraction';

/** The interactions in a body, in reading order. */
export function interactionsOf(element: XmlElement): XmlElement[] {
  return element.children
    .filter(isElement)
    .flatMap((child) => (aside(child) ? [] : isInteraction(child) ? [child] : interactionsOf(child)));
}

/** The text of a body: fields to write in are ____, of other interactions only the prompt is text. */
export function stemOf(body: XmlElement): PlainText {
  const writer = textWriter('kept');
  write(body, writer);
  return writer.done();
}

/** An interaction, and what leads to it. */
export interface BodyPart {
  readonly interaction: XmlElement;
  /** The text since the interaction before it. */
  readonly text: PlainText;
  readonly prompt: PlainText;
}

/** A body with several interactions, cut behind each of them; `rest` follows the last. */
export function cutBody(body: XmlElement): { readonly parts: readonly BodyPart[]; readonly rest: PlainText } {
  const parts: BodyPart[] = [];
  let writer = textWriter('kept');
  const cut = (element: XmlElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) writer.text(child);
      else if (isInteraction(child)) {
        parts.push({ interaction: child, text: writer.done(), prompt: promptOf(child) });
        writer = textWriter('kept');
      } else if (!aside(child)) {
        open(child, writer);
        cut(child);
        writer.close(child.name);
      }
    }
  };
  cut(body);
  return { parts, rest: writer.done() };
}

function promptOf(interaction: XmlElement): PlainText {
  const writer = textWriter('kept');
  for (const prompt of childrenOf(interaction, 'prompt')) write(prompt, writer);
  return writer.done();
}

const open = (element: XmlElement, writer: TextWriter): void => writer.open(element.name === 'mediainteraction' ? 'video' : element.name);

/** The text of a choice, a feedback or a rubric. */
export function contentOf(element: XmlElement): PlainText {
  const writer = textWriter('dropped');
  for (const child of element.children) writeChild(child, writer);
  return writer.done();
}

function write(element: XmlElement, writer: TextWriter): void {
  if (element.name === 'textentryinteraction') return writer.exact('____');
  open(element, writer);
  const children = isInteraction(element)
    ? element.children.filter((child) => isElement(child) && child.name === 'prompt')
    : element.children;
  for (const child of children) writeChild(child, writer);
  writer.close(element.name);
}

function writeChild(child: XmlElement | string, writer: TextWriter): void {
  if (!isElement(child)) writer.text(child);
  else if (!aside(child)) write(child, writer);
}
