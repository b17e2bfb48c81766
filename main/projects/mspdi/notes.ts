import type { PlanFileField } from '@shared/model/plan-file.ts';

/** Texts of a node that are too long for custom columns (255 characters) stand in the notes of a task under their names. */
export const noteFields = [
  ['duty', '具体工作内容及职责'],
  ['deliverable', '完成标准（成果形式）'],
  ['nextSteps', '存在问题及下一步措施'],
  ['note', '备注'],
] as const satisfies readonly (readonly [PlanFileField, string])[];

type NoteField = (typeof noteFields)[number][0];
export type NoteTexts = Readonly<Record<NoteField, string>>;

const heads = noteFields.map(([, name]) => `【${name}】`);
/** A line of a text that looks like a head stands behind a wide space. */
const looksLikeHead = new RegExp(`^(\u3000*)(?=${heads.join('|')})`, 'gm');

/** A text of its own goes in plainly where it is the only one. */
export function notesOf(texts: NoteTexts): string {
  const filled = noteFields.filter(([field]) => texts[field] !== '');
  return filled.map(([field, name]) => `【${name}】${texts[field].replaceAll(looksLikeHead, '\u3000$1')}`).join('\n');
}

/** Notes without such heads are a 备注. */
export function textsOf(notes: string): NoteTexts {
  const found: Record<NoteField, string[]> = { duty: [], deliverable: [], nextSteps: [], note: [] };
  let field: NoteField = 'note';
  for (const line of notes.replaceAll(/\r\n?/g, '\n').split('\n')) {
    const place = heads.findIndex((head) => line.startsWith(head));
    field = noteFields[place]?.[0] ?? field;
    found[field].push(place < 0 ? line : line.slice(heads[place]?.length));
  }
  const text = (one: NoteField): string =>
    found[one].join('\n').replaceAll(new RegExp(`^\u3000(\u3000*)(?=${heads.join('|')})`, 'gm'), '$1');
  return { duty: text('duty'), deliverable: text('deliverable'), nextSteps: text('nextSteps'), note: text('note') };
}
