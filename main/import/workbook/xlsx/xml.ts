import { TextDecoder } from 'node:util';
import { Parser, type Handler } from 'htmlparser2';
import { limits } from '../../../limits.ts';
import { ArchiveFault, type Archive } from '../../archive/archive.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Elements by their names without prefix: workbooks have one namespace, which programs prefix as they like. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads a part from its beginning to its end without keeping it; null where the archive has none. Declarations, endless
 * nesting and a part that breaks off throw ArchiveFault.
 */
export async function readXml<Events extends XmlEvents>(archive: Archive, part: string, events: Events): Promise<Events | null> {
  const pieces = archive.pieces(part);
  if (!pieces) return null;
  const nesting = { depth: 0 };
  const parser = new Parser(handlerFor(part, events, nesting), { xmlMode: true });
  let decoder: TextDecoder | null = null;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    parser.write(decoder.decode(piece, { stream: true }));
  }
  // The parser is not told the end, where it would close what the part leaves open.
  if (nesting.depth > 0) throw new ArchiveFault('damaged', `${part} 不完整`);
  return events;
}

function handlerFor(part: string, events: XmlEvents, nesting: { depth: number }): Partial<Handler> {
  return {
    onprocessinginstruction: (name) => {
      if (name.startsWith('!')) throw new ArchiveFault('damaged', `${part} 含有不允许的声明`);
    },
    onopentag: (name, attributes) => {
      nesting.depth += 1;
      if (nesting.depth > limits.xmlDepth) throw new ArchiveFault('damaged', `${part} 嵌套过深`);
      events.open(localName(name), attributes);
    },
    onclosetag: (name) => {
      nesting.depth -= 1;
      events.close?.(localName(name));
    },
    ontext: (text) => events.text?.(text),
  };
}

/** The value of an attribute whose prefix is free (r:id); '' where it is not there. */
export function prefixed(attributes: Attributes, name: string): string {
  const key = Object.keys(attributes).find((one) => one.endsWith(`:${name}`));
  return key === undefined ? '' : (attributes[key] ?? '');
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** XML is UTF-8 unless a byte order mark says otherwise. */
function encodingOf(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2);
  if (mark === 'fffe') return 'utf-16le';
  return mark === 'feff' ? 'utf-16be' : 'utf-8';
}
