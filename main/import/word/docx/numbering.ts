import { plainLevel, type Level } from '../list-counter.ts';
import { walkXml, type Attribute } from './xml.ts';

interface Abstract {
  readonly levels: Map<number, Level>;
  /** Numbering style whose list is meant, or ''. */
  link: string;
}
interface List {
  abstract: string;
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
}

export interface Numbering {
  readonly abstracts: ReadonlyMap<string, Abstract>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Reads numbering.xml; a document without lists has none. */
export function readNumbering(bytes: Buffer | null): Numbering {
  const abstracts = new Map<string, Abstract>();
  const lists = new Map<string, List>();
  let abstract: Abstract = { levels: new Map(), link: '' };
  let list: List | null = null;
  let place = 0;
  const change = (more: Partial<Level>): unknown => {
    const levels = (list ?? abstract).levels;
    return levels.set(place, { ...(levels.get(place) ?? plainLevel), ...more });
  };
  const openers: Readonly<Record<string, (attribute: Attribute) => unknown>> = {
    'w:abstractNum': (attribute) => {
      list = null;
      abstract = { levels: new Map(), link: '' };
      abstracts.set(attribute('w:abstractNumId'), abstract);
    },
    'w:numStyleLink': (attribute) => (abstract.link = attribute('w:val')),
    'w:num': (attribute) => {
      list = { abstract: '', levels: new Map(), starts: new Map() };
      lists.set(attribute('w:numId'), list);
    },
    'w:abstractNumId': (attribute) => list && (list.abstract = attribute('w:val')),
    'w:lvlOverride': (attribute) => (place = Number(attribute('w:ilvl'))),
    'w:startOverride': (attribute) => list?.starts.set(place, numberOf(attribute('w:val'), 1)),
    'w:lvl': (attribute) => {
      place = Number(attribute('w:ilvl'));
      change({});
    },
    'w:start': (attribute) => change({ start: numberOf(attribute('w:val'), 1) }),
    'w:numFmt': (attribute) => change({ format: attribute('w:val') }),
    'w:lvlText': (attribute) => change({ text: attribute('w:val') }),
    'w:isLgl': (attribute) => change({ isLegal: !['0', 'false', 'off'].includes(attribute('w:val')) }),
    'w:lvlRestart': (attribute) => change({ restartsAfter: numberOf(attribute('w:val'), 0) }),
    'w:pStyle': (attribute) => change({ style: attribute('w:val') }),
  };
  if (!bytes) return { abstracts, lists };
  walkXml('numbering.xml', bytes, {
    open: (name, attribute) => {
      openers[name]?.(attribute);
      return name !== 'w:numPicBullet';
    },
  });
  return { abstracts, lists };
}

function numberOf(text: string, otherwise: number): number {
  const number = Number.parseInt(text, 10);
  return Number.isSafeInteger(number) ? number : otherwise;
}
