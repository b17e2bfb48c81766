import type { RunLook } from '../look.ts';
import { withProperty } from './run-properties.ts';
import { walkXml, type Attribute } from './xml.ts';

/** Numbering as a paragraph or a style names it; null where it says nothing about it. */
export interface NumberingUse {
  readonly list: string | null;
  readonly level: number | null;
}
export const noNumbering: NumberingUse = { list: null, level: null };

export interface Style extends NumberingUse {
  readonly look: RunLook;
}

export interface Styles {
  /** The look and numbering that a style has with all styles it is based on; of the default paragraph style for ''. */
  readonly paragraph: (id: string) => Style & { readonly id: string };
  readonly character: (id: string) => RunLook;
  /** The list that a numbering style stands for, or null. */
  readonly list: (id: string) => string | null;
}

interface RawStyle extends Style {
  readonly basedOn: string;
  readonly isLink: boolean;
}

const empty: RawStyle = { look: {}, basedOn: '', isLink: false, ...noNumbering };
const depthOfChains = 20;

/** Reads styles.xml. Document defaults and table styles are left out: they look the same everywhere and tell nothing of one word. */
export function readStyles(bytes: Buffer | null): Styles {
  const styles = new Map<string, RawStyle>();
  const defaultParagraph = bytes ? readInto(styles, bytes) : '';
  const known = new Map<string, Style>();
  const resolved = (id: string): Style => {
    const found = known.get(id) ?? inherited(styles, id);
    known.set(id, found);
    return found;
  };
  return {
    paragraph: (id) => ({ id: id || defaultParagraph, ...resolved(styles.has(id) ? id : defaultParagraph) }),
    character: (id) => (id === '' ? {} : resolved(id).look),
    list: (id) => resolved(id).list,
  };
}

/** Fills `styles` and gives the id of the default paragraph style, or ''. */
function readInto(styles: Map<string, RawStyle>, bytes: Buffer): string {
  let id = '';
  let defaultParagraph = '';
  const change = (more: Partial<RawStyle>): unknown => styles.set(id, { ...(styles.get(id) ?? empty), ...more });
  const open = (name: string, attribute: Attribute): boolean => {
    if (name === 'w:tblStylePr' || name === 'w:docDefaults' || name === 'w:latentStyles') return false;
    if (name === 'w:style') {
      id = attribute('w:styleId');
      change({});
      if (attribute('w:type') === 'paragraph' && isDefault(attribute('w:default'))) defaultParagraph = id;
    } else if (name === 'w:name') change({ isLink: /^(?:followed)?hyperlink$/i.test(attribute('w:val').replaceAll(' ', '')) });
    else if (name === 'w:basedOn') change({ basedOn: attribute('w:val') });
    else if (name === 'w:numId') change({ list: attribute('w:val') });
    else if (name === 'w:ilvl') change({ level: Number(attribute('w:val')) });
    else change({ look: withProperty(styles.get(id)?.look ?? {}, name, attribute) });
    return true;
  };
  walkXml('styles.xml', bytes, { open });
  return defaultParagraph;
}

const isDefault = (value: string): boolean => value === '1' || value === 'true' || value === 'on';

/** A style with what it is based on. The blue and underline of links mark no answer. */
function inherited(styles: ReadonlyMap<string, RawStyle>, id: string, depth = 0): Style {
  const own = styles.get(id);
  if (!own || depth > depthOfChains) return empty;
  const base = own.basedOn === '' ? empty : inherited(styles, own.basedOn, depth + 1);
  if (own.isLink) return base;
  return { look: { ...base.look, ...own.look }, list: own.list ?? base.list, level: own.level ?? base.level };
}
