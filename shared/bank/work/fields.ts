import type { BankEntry, EntryChange, EntryFields, QuestionFields } from '../../model/bank.ts';
import type { Question } from '../../model/question.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What became of one entry at a place of its block; null where nothing did. Null before: it is new; null after: it is gone. */
export function changeOf(place: number, before: BankEntry | null, after: BankEntry | null): EntryChange | null {
  const id = before?.id ?? after?.id;
  if (id === undefined) return null;
  if (!before || !after) return { id, place, before: before && allFields(before), after: after && allFields(after) };
  const fields = differing(before, after);
  if (fields.length === 0) return null;
  const [old, fresh] = questionFields(before.question, after.question);
  return {
    id,
    place,
    before: entryFields(pick(before, fields), fields.includes('question'), old),
    after: entryFields(pick(after, fields), fields.includes('question'), fresh),
  };
}

/** The entry with these fields in place of its own. */
export function withFields(entry: BankEntry, fields: EntryFields): BankEntry {
  const { question, ...rest } = fields;
  const changed = { ...entry, ...rest };
  return question === undefined ? changed : { ...changed, question: mergeQuestion(entry.question, question) };
}

/** The entry that was added or removed as a whole. */
export const entryOf = (id: string, fields: EntryFields): BankEntry => ({ id, ...fields }) as BankEntry; // changeOf kept all of its fields

/** Whether the entry still has these fields as they are here. */
export const hasFields = (entry: BankEntry, fields: EntryFields): boolean => same(withFields(entry, fields), entry);

/** Whether two values are the same JSON, whatever the order of their fields. A field that is undefined is none. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const [names, others] = [namesIn(one), namesIn(other)];
  return names.length === others.length && names.every((name) => same(one[name], other[name]));
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const namesIn = (value: Fields): readonly string[] => Object.keys(value).filter((name) => value[name] !== undefined);

/** The whole question where the fields carry its id, else the question with these fields. */
function mergeQuestion(question: Question | null, fields: QuestionFields | null): Question | null {
  if (fields === null || 'id' in fields) return fields as Question | null; // told apart by its id
  return { ...question, ...fields } as Question; // the fields were taken from a question of the same shape
}

/** Only what differs, where both questions have the same fields; else both as a whole. */
function questionFields(before: Question | null, after: Question | null): readonly [QuestionFields | null, QuestionFields | null] {
  if (!before || !after || before.id !== after.id || !same(Object.keys(before).toSorted(), Object.keys(after).toSorted()))
    return [before, after];
  const fields = differing(before, after);
  return [pick(before, fields), pick(after, fields)]; // ids are equal, so that no id is among the fields
}

function entryFields(fields: Fields, withQuestion: boolean, question: QuestionFields | null): EntryFields {
  return withQuestion ? { ...fields, question } : fields;
}

const allFields = ({ id: _id, ...fields }: BankEntry): EntryFields => fields;

function differing(one: object, other: object): string[] {
  const fields: Fields = { ...one };
  const others: Fields = { ...other };
  return [...new Set([...Object.keys(fields), ...Object.keys(others)])].filter((name) => !same(fields[name], others[name]));
}

function pick(from: object, names: readonly string[]): Fields {
  const fields: Fields = { ...from };
  return Object.fromEntries(names.map((name) => [name, fields[name]]));
}
