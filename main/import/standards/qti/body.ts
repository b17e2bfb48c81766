import { textWriter, type PlainText, type TextWriter } from '../plain-text.ts';
import { isElement, type XmlElement } from '../xml.ts';

/** Elements of an item's body whose text is no part of the question: what comes after the answer, and what is for markers. */
const aside = (element: XmlElement): boolean =>
  /^(?:feedback(?:inline|block)|modalfeedback|templateblock|templateinline|stylesheet|catalog|cataloginfo)$/.test(element.name) ||
  (element.name === 'rubricblock' && /scorer|author|tutor|proctor/.test(element.attributes['view'] ?? ''));

const isInteraction = (element: XmlElement): boolean => element.name.endsWith('interaction');

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

/** The text of a choice, a feedback or a rubric. */
export function contentOf(element: XmlElement): PlainText {
  const writer = textWriter('dropped');
  for (const child of element.children) writeChild(child, writer);
  return writer.done();
}

function write(element: XmlElement, writer: TextWriter): void {
  if (element.name === 'textentryinteraction') return writer.exact('____');
  writer.open(element.name);
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
