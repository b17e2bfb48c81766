import type { Difficulty, Question } from '../../model/question.ts';
import { difficultyOf } from '../cells.ts';
import { speakOfOthers } from '../options.ts';
import { carriedText } from './html.ts';

/** What GIFT and Moodle XML have no field for. It travels as notes of one line, `依据：…`: comments in GIFT, tags in Moodle. */
export interface Carried {
  readonly topic: string;
  readonly basis: string;
  /** Null where no note names one. */
  readonly difficulty: Difficulty | null;
  readonly explanation: string;
  /** Null where no note says so. */
  readonly shuffle: boolean | null;
  readonly unordered: boolean;
  /** All answers of a blank question with their alternatives, where the format itself cannot say them. */
  readonly blanks: readonly (readonly string[])[] | null;
  /** Of the parts of a case, else null. */
  readonly weights: readonly number[] | null;
  /** Notes without a known word before the colon. */
  readonly others: readonly string[];
}

const difficultyNames: Readonly<Record<Difficulty, string>> = { easy: '易', medium: '', hard: '难' };

/** The notes for a question, only those that say something; a reader takes them back with `readNotes`. */
export function notesOf(question: Question): string[] {
  const notes = [
    ['知识点', question.topic],
    ['依据', question.basis],
    ['难度', difficultyNames[question.difficulty]],
    ['选项', shuffleNote(question)],
    ['填空', question.type === 'blank' && question.unordered ? '无序' : ''],
    ['案例', question.type === 'case' ? question.weights.join('，') : ''],
  ] as const;
  return notes.filter(([, value]) => value !== '').map(([name, value]) => noteOf(name, value));
}

export const noteOf = (name: string, value: string): string => `${name}：${inOneLine(value)}`;

/** Only where it is not what the options themselves show. */
function shuffleNote(question: Question): string {
  if (!('options' in question) || question.shuffle === !speakOfOthers(question.options)) return '';
  return question.shuffle ? '可乱序' : '不乱序';
}

const inOneLine = (text: string): string => carriedText(text).replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
const outOfOneLine = (text: string): string => text.replace(/\\([\\n])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark));

const note = /^(知识点|依据|难度|解析|选项|填空|各空|案例)\s*[:：]\s*([^]+)$/u;

export function readNotes(notes: readonly string[]): Carried {
  const named = new Map<string, string>();
  const others: string[] = [];
  for (const text of notes) {
    const [, name, value] = note.exec(text.trim()) ?? [];
    if (name === undefined || value === undefined) others.push(text.trim());
    else if (!named.has(name)) named.set(name, outOfOneLine(value).trim());
  }
  const value = (name: string): string => named.get(name) ?? '';
  return {
    topic: value('知识点'),
    basis: value('依据'),
    difficulty: named.has('难度') ? difficultyOf(value('难度')) : null,
    explanation: value('解析'),
    shuffle: { 可乱序: true, 不乱序: false }[value('选项')] ?? null,
    unordered: value('填空') === '无序',
    blanks: blanksOf(value('各空')),
    weights: weightsOf(value('案例')),
    others,
  };
}

function blanksOf(text: string): readonly (readonly string[])[] | null {
  try {
    const value: unknown = JSON.parse(text || 'null');
    return Array.isArray(value) && value.every(isTexts) ? value : null;
  } catch {
    return null; // somebody's own note that happens to begin with the same word
  }
}

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((text) => typeof text === 'string');

function weightsOf(text: string): readonly number[] | null {
  const weights = text.split(/[,，]/).map(Number);
  return text !== '' && weights.every((weight) => Number.isFinite(weight) && weight > 0) ? weights : null;
}

/** Categories stand below the course, as Moodle exports them; a / in a name is doubled. */
export const categoryOf = (section: string): string =>
  ['$course$', 'top', ...(section === '' ? [] : [carriedText(section).replaceAll(/\s+/g, ' ').replaceAll('/', '//')])].join('/');

/** Section and topic of a category path: $course$/top/党史/一大 → 党史, 一大. */
export function readCategory(path: string): { readonly section: string; readonly topic: string } {
  const names = path
    .trim()
    .split(/(?<!\/)\/(?!\/)/)
    .map((name) => name.replaceAll('//', '/').trim());
  const own = names.filter((name, place) => name !== '' && !/^\$\w+\$$/.test(name) && !(name === 'top' && place <= 1));
  return { section: own[0] ?? '', topic: own.slice(1).join('/') };
}
