/** One answer of a key, by the number of its question. */
export interface NumberedAnswer {
  readonly number: number;
  readonly answer: string;
}

const gap = /[\s,;、。.|]*/y;
const range = /(?:第\s?)?\(?(\d{1,4})\)?\s?(?:[-~]|—|–|－|～|至|到){1,2}\s?\(?(\d{1,4})\)?\s?题?\s?[.、:)]?\s*/y;
const single = /(?:第\s?(\d{1,4})\s?题|\(\s?(\d{1,4})\s?\)|(\d{1,4}))\s?[.、:)]{0,2}\s{0,20}/y;
const sign = '(?:[A-La-l]{1,12}(?:\\s?[,、]\\s?[A-L](?![A-Za-z]))*|√|✓|✔|×|✗|✘|对|错|正确|错误|[TF](?![A-Za-z]))';
const answer = new RegExp(`[(（[]?\\s?(${sign})\\s?[)）\\]]?(?![A-Za-z\\u4e00-\\u9fff])`, 'y');

/** The answers of a line that holds nothing but numbers with letters or judgements: 1-5 ABCDE · 1.A 2.BC 3.√; null where it holds more, or the count does not fit. */
export function compactAnswers(line: string): NumberedAnswer[] | null {
  const found: NumberedAnswer[] = [];
  let at = skip(line, 0);
  while (at < line.length) {
    const next = takeRange(line, at) ?? takeSingle(line, at);
    if (!next) return null;
    found.push(...next.answers);
    at = skip(line, next.end);
  }
  return found.length > 0 ? found : null;
}

interface Taken {
  readonly answers: readonly NumberedAnswer[];
  readonly end: number;
}

function takeRange(line: string, at: number): Taken | null {
  const found = stick(range, line, at);
  const from = Number(found?.[1]);
  const count = Number(found?.[2]) - from + 1;
  if (!found || count < 2 || count > 1000) return null;
  const groups: string[] = [];
  let end = at + found[0].length;
  for (let next = stick(answer, line, end); next; next = stick(answer, line, end)) {
    groups.push(next[1] ?? '');
    end = skip(line, end + next[0].length);
    if (groups.length > count) return null;
  }
  const each = groups.length === count ? groups : Array.from(groups.join('').replace(/[\s,、]/g, ''));
  return each.length === count ? { answers: each.map((own, place) => ({ number: from + place, answer: own })), end } : null;
}

/** Several groups behind one number answer the parts of a case: 33. B B D. */
function takeSingle(line: string, at: number): Taken | null {
  const found = stick(single, line, at);
  if (!found) return null;
  let end = at + found[0].length;
  const groups: string[] = [];
  for (let next = stick(answer, line, end); next && groups.length < 12; next = stick(answer, line, end)) {
    groups.push(next[1] ?? '');
    end += next[0].length + (stick(/[ \t]{0,20}/y, line, end + next[0].length)?.[0].length ?? 0);
  }
  return groups.length > 0 ? { answers: [{ number: Number(found[1] ?? found[2] ?? found[3]), answer: groups.join(' ') }], end } : null;
}

const skip = (line: string, at: number): number => at + (stick(gap, line, at)?.[0].length ?? 0);

function stick(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}
