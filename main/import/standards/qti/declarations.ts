import { tidy } from '../plain-text.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../xml.ts';

/** What an item declares about the response to one interaction. */
export interface Declaration {
  /** `single`, `multiple` or `ordered`. */
  readonly cardinality: string;
  readonly correct: readonly string[];
  /** Values that earn points, by value; empty where the item has no mapping. */
  readonly mapped: ReadonlyMap<string, number>;
}

export function declarationsOf(item: XmlElement): ReadonlyMap<string, Declaration> {
  return new Map(
    childrenOf(item, 'responsedeclaration').map((element) => [element.attributes['identifier'] ?? '', declarationOf(element)]),
  );
}

function declarationOf(element: XmlElement): Declaration {
  const values = childrenOf(childOf(element, 'correctresponse') ?? element, 'value').map((value) => tidy(textOf(value)));
  const entries = childrenOf(childOf(element, 'mapping') ?? element, 'mapentry').map(
    ({ attributes }) => [tidy(attributes['mapkey'] ?? ''), Number(attributes['mappedvalue'] ?? 0) || 0] as const,
  );
  return {
    cardinality: element.attributes['cardinality'] ?? 'single',
    correct: values.filter((value) => value !== ''),
    mapped: new Map(entries),
  };
}

/** The right identifiers: as declared, else those that earn points (for one answer: the most). */
export function rightIdentifiers({ cardinality, correct, mapped }: Declaration): readonly string[] {
  if (correct.length > 0) return correct;
  const earning = [...mapped].filter(([, points]) => points > 0);
  const most = earning.reduce((best, [, points]) => Math.max(best, points), 0);
  return earning.filter(([, points]) => cardinality === 'multiple' || points === most).map(([value]) => value);
}

/** What may be written into a text entry: the declared answer and what earns as much; and what earns only a part. */
export function writtenAnswers({ correct, mapped }: Declaration): { accepted: string[]; part: string[] } {
  const most = mapped.values().reduce((best, points) => Math.max(best, points), 0);
  const full = [...mapped].filter(([value, points]) => points > 0 && points === most && value !== '').map(([value]) => value);
  const part = [...mapped].filter(([value, points]) => points > 0 && points < most && !correct.includes(value)).map(([value]) => value);
  return { accepted: [...new Set([...correct, ...full])], part };
}
