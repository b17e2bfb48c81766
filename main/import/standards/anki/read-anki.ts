import Papa from 'papaparse';
import type { FileRefusal } from '@shared/bank/imported.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import { limits } from '../../../limits.ts';
import { closeItems, placeAt, type Item } from '../items.ts';
import { error } from '../outcome.ts';
import { readNote, type AnkiNote } from './note.ts';

/** What the lines with # at the beginning of an export say (docs.ankiweb.net/importing/text-files.html). */
interface Header {
  readonly lines: number;
  readonly separator: string;
  readonly html: boolean | null;
  readonly names: readonly string[] | null;
  /** 0-based column of what is not a field of the note, by what it holds. */
  readonly columns: ReadonlyMap<string, number>;
  readonly deck: string;
}

const separators: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';', pipe: '|', space: ' ', colon: ':' };

/** Reads Anki's text export. Rows are lines; each note counts as one. */
export function readAnki(text: string, options: ReadOptions): Reading | FileRefusal {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const header = headerOf(source.split('\n', 40));
  const body = source.split('\n').slice(header.lines).join('\n');
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: header.separator });
  const unbalanced = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row));
  const items: Item[] = [];
  let row = header.lines + 1;
  for (const [at, cells] of data.entries()) {
    const lastRow = row + cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    const near = cells.slice(0, limits.importColumns);
    if (cells.some((cell) => cell.trim() !== '')) items.push(itemAt(row, lastRow, near, header, unbalanced.has(at), options));
    row = lastRow + 1;
  }
  return closeItems(items);
}

function itemAt(row: number, lastRow: number, cells: readonly string[], header: Header, unbalanced: boolean, options: ReadOptions): Item {
  const outcome = readNote(noteOf(cells, header), options);
  const finding = error('quotes-unbalanced', '双引号没有配对，从这里起的几行可能并成了一格。');
  return { place: placeAt(row, lastRow), outcome: unbalanced ? { ...outcome, findings: [finding, ...outcome.findings] } : outcome };
}

function noteOf(cells: readonly string[], { html, names, columns, deck }: Header): AnkiNote {
  const aside = new Set(columns.values());
  const own = <Value>(values: readonly Value[]): Value[] => values.filter((_, column) => !aside.has(column));
  const cell = (name: string): string => cells[columns.get(name) ?? -1] ?? '';
  return { names: names && own(names), fields: own(cells), html, tags: cell('tags'), deck: cell('deck') || deck, guid: cell('guid') };
}

function headerOf(lines: readonly string[]): Header {
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const own = lines.slice(0, end < 0 ? lines.length : end);
  const value = (name: string): string | null =>
    own.find((line) => line.toLowerCase().startsWith(`#${name}:`))?.slice(name.length + 2) ?? null;
  const named = value('separator')?.trim() ?? 'tab';
  const separator = separators[named.toLowerCase()] ?? (named.length === 1 ? named : '\t');
  const html = value('html')?.trim().toLowerCase();
  const columns = ['notetype', 'deck', 'tags', 'guid'].flatMap((name) => {
    const column = Number(value(`${name} column`));
    return column > 0 ? [[name, column - 1] as const] : [];
  });
  return {
    lines: own.length,
    separator,
    html: html === undefined ? null : html === 'true',
    names:
      value('columns')
        ?.split(separator)
        .map((name) => name.trim()) ?? null,
    columns: new Map(columns),
    deck: value('deck') ?? '',
  };
}
