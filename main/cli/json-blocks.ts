/** Blocks are about so long, in characters. */
const blockLength = 65_536;
/** So deep the lists are that grow with the input: files, and the questions of each. */
const deepest = 4;

/** The lines of `JSON.stringify(document, null, 2)` in blocks, so that a hundred thousand questions are never one text. */
export function* jsonBlocks(document: unknown): Generator<string> {
  let block: string[] = [];
  let length = 0;
  for (const lines of linesOf(document, { indent: '', before: '', after: '' })) {
    block.push(lines);
    length += lines.length;
    if (length < blockLength) continue;
    yield block.join('\n');
    block = [];
    length = 0;
  }
  if (block.length > 0) yield block.join('\n');
}

/** Where a value stands: how far it is moved in, what its first line begins with and its last ends with. */
interface Frame {
  readonly indent: string;
  readonly before: string;
  readonly after: string;
}

function* linesOf(value: unknown, { indent, before, after }: Frame): Generator<string> {
  const children = indent.length < deepest * 2 ? childrenOf(value) : [];
  if (children.length === 0) {
    yield indent + before + JSON.stringify(value ?? null, null, 2).replaceAll('\n', `\n${indent}`) + after;
    return;
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  yield indent + before + open;
  for (const [place, [key, child]] of children.entries()) {
    yield* linesOf(child, { indent: `${indent}  `, before: key, after: place < children.length - 1 ? ',' : '' });
  }
  yield indent + close + after;
}

function childrenOf(value: unknown): (readonly [string, unknown])[] {
  if (Array.isArray(value)) return value.map((item) => ['', item]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => (child === undefined ? [] : [[`${JSON.stringify(key)}: `, child] as const]));
}
