import { columnsOf } from '@shared/bank/columns.ts';
import { fieldsOf, type RowFields } from '@shared/bank/grid.ts';
import { splitOptions, stripLetters } from '@shared/bank/options.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import { readRow } from '@shared/bank/read-row.ts';
import { mediaFinding } from '../answers.ts';
import { error, outcomeOf, refusedAs, type Outcome } from '../outcome.ts';
import { looksLikeHtml, plainOf, tidy, type PlainText } from '../plain-text.ts';
import { titlesFor } from './titles.ts';

/** A note as Anki keeps it. */
export interface AnkiNote {
  /** Names of its fields; null where the export does not give them. */
  readonly names: readonly string[] | null;
  readonly fields: readonly string[];
  /** Whether its fields are HTML; null where the export does not say. */
  readonly html: boolean | null;
  /** Separated by spaces. */
  readonly tags: string;
  /** Parts of its path separated by `::`. */
  readonly deck: string;
  /** Anki's own id of the note, the same in every export; '' where it is not given. */
  readonly guid: string;
}

/** Reads a note as a question: a cloze as its blanks, others as a row whose columns are the fields. */
export function readNote(note: AnkiNote, options: ReadOptions): Outcome {
  const longest = options.longestCell * 20;
  const plain = note.fields.map((field, place) =>
    field.length > longest ? { text: field, media: false } : plainField(field, note.html, place === 0),
  );
  const cells = plain.map(({ text }) => text);
  const sketch = { ...labelsOf(note), stem: cells[0] ?? '', explanation: '', basis: '', difficulty: null, score: null };
  if (cells.some((text) => text.length > options.longestCell)) {
    return refusedAs(null, sketch, error('cell-too-long', `有一段文字超过 ${options.longestCell} 个字符。`), options);
  }
  const noticed = mediaFinding(plain.some(({ media }) => media));
  const cloze = cells.findIndex((text) => clozeMark.test(text));
  if (cloze >= 0) return clozeOutcome(cells, cloze, { ...sketch, noticed }, options);
  const row = readCells(cells, note, options);
  return { ...row, findings: [...noticed, ...row.findings] };
}

const sound = /\[sound:[^\]]*\]/i;

function plainField(field: string, html: boolean | null, isStem: boolean): PlainText {
  const read = (html ?? looksLikeHtml(field)) ? plainOf(field, isStem ? 'kept' : 'dropped') : { text: tidy(field), media: false };
  return { text: tidy(read.text.replace(new RegExp(sound, 'gi'), '')), media: read.media || sound.test(field) };
}

function labelsOf({ tags, deck, guid }: AnkiNote) {
  const path = deck
    .split('::')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:default|默认|系统默认)$/i.test(part));
  return {
    id: guid === '' ? '' : `anki:${guid}`.slice(0, 100),
    section: path[0] ?? '',
    topic: tags.trim().split(/\s+/).filter(Boolean).join('、') || path.slice(1).join('/'),
  };
}

const clozeMark = /\{\{c\d+::/;
const clozes = /\{\{c\d+::((?:(?!\}\}|::)[^])*)(?:::(?:(?!\}\})[^])*)?\}\}/g;

/** 党的{{c1::七一}}是{{c2::1921::年份}}年 */
function clozeOutcome(
  cells: readonly string[],
  at: number,
  { noticed, ...sketch }: Parameters<typeof refusedAs>[1] & { readonly noticed: ReturnType<typeof mediaFinding> },
  options: ReadOptions,
): Outcome {
  const text = cells[at] ?? '';
  const answer = text
    .matchAll(clozes)
    .map(([, hidden = '']) => [hidden.trim()].filter((word) => word !== ''))
    .toArray();
  const explanation = cells.filter((cell, place) => place !== at && cell !== '').join('\n');
  const section = options.section || sketch.section;
  return outcomeOf(
    { ...sketch, section, stem: text.replace(clozes, '____'), explanation, type: 'blank', answer, unordered: false },
    noticed,
    options,
  );
}

function readCells(cells: readonly string[], note: AnkiNote, options: ReadOptions): Outcome {
  const columns = columnsOf(titlesFor(note.names, cells)) ?? columnsOf(titlesFor(null, cells));
  if (!columns) throw new Error('the titles made for a note are not understood');
  const { id, section, topic } = labelsOf(note);
  const fields = withOptionsOfStem(fieldsOf({ row: 1, cells }, columns));
  const text: RowFields['text'] = (field) => fields.text(field) || { id, topic }[field as string] || '';
  return readRow({ ...fields, text }, { type: null, section: options.section, chapter: section, key: '' });
}

/** Many cards keep the options on the front, below the stem. */
function withOptionsOfStem(fields: RowFields): RowFields {
  if (fields.options.length > 0) return fields;
  const lines = fields.text('stem').split('\n');
  const first = lines.findIndex((line, at) => at > 0 && /^[(（]?A\s*[.、．)）:：]/.test(line.normalize('NFKC')));
  const options = first > 0 ? stripLetters(splitOptions(lines.slice(first).join('\n'))) : [];
  if (options.length < 2) return fields;
  const stem = lines.slice(0, first).join('\n');
  return { ...fields, options, text: (field) => (field === 'stem' ? stem : fields.text(field)) };
}
