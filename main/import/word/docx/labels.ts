import { ListCounter, type NumberedList } from '../list-counter.ts';
import { readNumbering, type Numbering } from './numbering.ts';
import type { NumberingUse, Style, Styles } from './styles.ts';

type NamedStyle = Style & { readonly id: string };

/** Gives the automatic number of each paragraph, asked in the order of the document: '' where Word shows none or a bullet. */
export function labelCounter(bytes: Buffer | null, styles: Styles): (own: NumberingUse, style: NamedStyle) => string {
  const numbering = readNumbering(bytes);
  const counter = new ListCounter();
  const lists = new Map<string, NumberedList | null>();
  return (own, style) => {
    const id = own.list ?? style.list ?? '0';
    const list = lists.get(id) ?? listOf(numbering, styles, id);
    lists.set(id, list);
    return list ? counter.next(list, levelOf(own, style, list)) : '';
  };
}

/** A list with its levels, or null; a list that only points to a numbering style is looked up there. 0 stands for no list. */
function listOf({ abstracts, lists }: Numbering, styles: Styles, id: string): NumberedList | null {
  const list = lists.get(id);
  if (!list || id === '0') return null;
  const link = abstracts.get(list.abstract)?.link ?? '';
  const linked = link === '' ? undefined : lists.get(styles.list(link) ?? '');
  const abstract = linked?.abstract ?? list.abstract;
  return { id, abstract, levels: new Map([...(abstracts.get(abstract)?.levels ?? []), ...list.levels]), starts: list.starts };
}

/** A list that comes by the style stands on the level that names the style. */
function levelOf(own: NumberingUse, style: NamedStyle, { levels }: NumberedList): number {
  const ofStyle = own.list === null ? [...levels].find(([, level]) => level.style !== '' && level.style === style.id)?.[0] : undefined;
  const level = own.level ?? ofStyle ?? style.level ?? 0;
  return Math.min(Math.max(Math.trunc(level) || 0, 0), 8);
}
