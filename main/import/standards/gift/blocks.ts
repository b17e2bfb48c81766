/** A question of a GIFT file, or a line that names the category of those after it. */
export interface GiftBlock {
  readonly kind: 'question' | 'category';
  /** 1-based lines, comments not counted. */
  readonly from: number;
  readonly to: number;
  /** Without comments and blank lines; of a category its path. */
  readonly text: string;
  /** Of the comments directly before it, without their slashes. */
  readonly comments: readonly string[];
}

interface Line {
  readonly row: number;
  readonly text: string;
}

/** Cuts a GIFT file at its blank lines, but not at those between braces; and between questions that stand without a blank line. */
export function giftBlocks(text: string): GiftBlock[] {
  const rows = text.split('\n');
  const closes = nextBraceCloses(rows);
  const blocks: GiftBlock[] = [];
  let body: Line[] = [];
  let comments: string[] = [];
  let depth = 0;
  const flush = (): void => {
    for (const block of questionBlocks(body, comments)) blocks.push(block);
    [body, comments, depth] = [[], [], 0];
  };
  for (const [at, raw] of rows.entries()) {
    const line = raw.trim();
    if (line === '') {
      if (depth === 0 || !closes[at]) flush();
    } else if (line.startsWith('//')) {
      if (body.length === 0) comments.push(line.slice(2).trim());
    } else if (depth === 0 && line.startsWith('$CATEGORY:')) {
      flush();
      blocks.push({ kind: 'category', from: at + 1, to: at + 1, text: line.slice('$CATEGORY:'.length).trim(), comments: [] });
    } else {
      body.push({ row: at + 1, text: line });
      depth = depthAfter(line, depth);
    }
  }
  flush();
  return blocks;
}

function questionBlocks(body: readonly Line[], comments: readonly string[]): GiftBlock[] {
  return apart(body).map((lines, at) => ({
    kind: 'question',
    from: lines[0]?.row ?? 0,
    to: lines.at(-1)?.row ?? 0,
    text: lines.map((line) => line.text).join('\n'),
    comments: at === 0 ? comments : [],
  }));
}

/** Questions without a blank line between them: where one ends with its braces and the next has braces of its own. */
function apart(body: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let current: Line[] = [];
  let depth = 0;
  for (const line of body) {
    current.push(line);
    const closed = depthAfter(line.text, depth) === 0 && bracesOf(line.text).at(-1) === '}' && line.text.endsWith('}');
    depth = depthAfter(line.text, depth);
    if (closed) {
      groups.push(current);
      current = [];
    }
  }
  if (current.length === 0) return groups;
  // The rest of a sentence after the braces has none of its own.
  const last = groups.at(-1);
  if (last && !current.some(({ text }) => bracesOf(text).length > 0)) groups.splice(-1, 1, last.concat(current));
  else groups.push(current);
  return groups;
}

/** A line that no question can have, in characters: it is not looked through. */
const hopeless = 1_000_000;

/** The braces that are not escaped; `\\}` at the end of a line is text. */
const bracesOf = (line: string): string[] =>
  line.length > hopeless ? [] : Array.from(line.matchAll(/\\.|[{}]/g), ([mark]) => mark).filter((mark) => mark.length === 1);

const depthAfter = (line: string, before: number): number =>
  bracesOf(line).reduce((depth, brace) => (brace === '{' ? depth + 1 : Math.max(0, depth - 1)), before);

/** For each row, whether the next brace from there on closes: then a blank line stands between braces. */
function nextBraceCloses(rows: readonly string[]): readonly boolean[] {
  const closes: boolean[] = [];
  let next = false;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const line = rows[at]?.trim() ?? '';
    const first = line.startsWith('//') ? undefined : bracesOf(line)[0];
    if (first) next = first === '}';
    closes[at] = next;
  }
  return closes;
}
