import { plainOf } from '../plain-text.ts';
import type { WeighedAnswer } from '../answers.ts';

/** A field of a cloze question (docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type). */
export interface ClozeField {
  /** Of short answer kinds, else null. */
  readonly answers: readonly WeighedAnswer[] | null;
}

export interface Cloze {
  /** HTML with ____ in the places of the fields; without the last paragraph of class blanks, in which our own files keep them. */
  readonly html: string;
  readonly fields: readonly ClozeField[];
}

const opening = /\{\d*:([A-Z_]+):/g;
const rest = /((?:\\[^]|[^\\}])*)\}/y;
const shortAnswer = /^(?:SHORTANSWER|SHORTANSWER_C|SA|SAC|MW|MWC)$/;
const ownParagraph = '<p class="blanks">';

/** Takes the fields out of the text of a cloze question. */
export function clozeOf(html: string): Cloze {
  const pieces: string[] = [];
  const fields: ClozeField[] = [];
  let at = 0;
  for (const { index, 0: start, 1: kind = '' } of html.matchAll(opening)) {
    if (index < at) continue;
    rest.lastIndex = index + start.length;
    const content = rest.exec(html)?.[1];
    // Where this one has no end, none after it has.
    if (content === undefined) break;
    pieces.push(html.slice(at, index), '____');
    fields.push({ answers: shortAnswer.test(kind) ? answersIn(content) : null });
    at = index + start.length + content.length + 1;
  }
  const text = pieces.join('') + html.slice(at);
  const own = text.lastIndexOf(ownParagraph);
  return { html: own < 0 ? text : text.slice(0, own), fields };
}

/** `=甲#so~%50%乙`: cut at ~, then at #, where no backslash or & (of an entity) stands before. */
function answersIn(content: string): WeighedAnswer[] {
  const marked = content.split(/(?<!(?:^|[^\\])\\(?:\\\\)*)~/);
  return marked.map((answer) => {
    const [text = '', ...feedback] = answer.split(/(?<!(?:^|[^\\])\\(?:\\\\)*|&)#/);
    const [, weight, right, body = ''] = /^(?:%(-?[\d.]+)%|(=))?([^]*)$/.exec(text.trim()) ?? [];
    return { text: plain(body), weight: right ? 100 : Number(weight ?? 0), feedback: plain(feedback.join('#')) };
  });
}

const plain = (html: string): string => plainOf(html.replace(/\\([\\~#}/"])/g, '$1'), 'dropped').text;
