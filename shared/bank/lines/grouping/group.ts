import { noContext, wholeLine, type Block } from '../block.ts';
import { divide } from '../divide.ts';
import { beginsKey } from '../keys/begin-key.ts';
import { readKeyLine, type KeyGroup } from '../keys/read-key.ts';
import type { Line } from '../line.ts';
import { isNoise, runningHeads } from '../noise.ts';
import { signsOf } from '../signs/index.ts';
import { cut } from './cut.ts';
import { settlePending } from './pending.ts';
import { close, give, type Scanned, type State } from './state.ts';
import { headingCounts, takeHeading } from './take-heading.ts';

export interface Grouped {
  readonly blocks: readonly Block[];
  readonly keys: readonly KeyGroup[];
  /** What the rows are that belong to no question and no key. */
  readonly roles: ReadonlyMap<number, 'heading' | 'ignored'>;
}

/** Gathers the lines of a document into questions, keys and headings, from top to bottom. Each line goes somewhere. */
export function group(lines: readonly Line[]): Grouped {
  const heads = runningHeads(lines);
  const scanned = lines.flatMap((line) =>
    divide(line).map((part): Scanned => ({ ...part, signs: part.heading ? [] : signsOf(part.plain) })),
  );
  const state: State = {
    lines: scanned,
    at: 0,
    context: noContext,
    block: null,
    part: null,
    slot: 'stem',
    tail: [],
    pending: [],
    basis: [],
    last: null,
    inner: 0,
    innerFrom: -1,
    key: null,
    blocks: [],
    keys: [],
    roles: new Map(),
  };
  const seen = new Set<string>();
  for (const [at, line] of scanned.entries()) {
    state.at = at;
    const text = line.plain.length < 100 ? line.plain.trim() : '';
    const repeated = !line.heading && heads.has(text) && (seen.has(text) || state.block !== null);
    seen.add(text);
    if (repeated || isNoise(line)) give(state, [wholeLine(line)], 'ignored');
    else takeLine(state, line);
  }
  settlePending(state, true);
  give(state, state.basis, 'heading');
  return { blocks: state.blocks, keys: state.keys, roles: state.roles };
}

function takeLine(state: State, line: Scanned): void {
  if (state.key && !readKeyLine(state, state.key, line)) leaveKey(state);
  else if (state.key) return;
  const key = beginsKey(state, line);
  if (key) {
    settlePending(state);
    close(state);
    state.key = key;
    state.keys.push(key);
    if (key.rest !== null)
      readKeyLine(state, key, { ...line, plain: line.plain.slice(key.rest), text: line.text.slice(key.rest), signs: [] });
    return;
  }
  if (line.heading && headingCounts(state, line, line.heading)) takeHeading(state, line, line.heading);
  else cut(state, line.heading ? { ...line, signs: signsOf(line.plain) } : line);
}

/** The heading that was taken for one of the key was the next section's. */
function leaveKey(state: State): void {
  const begun = state.key?.begun;
  state.key = null;
  if (begun) takeHeading(state, begun.line, begun.heading);
}
