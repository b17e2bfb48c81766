import { never } from '../../../never.ts';
import { noContext, wholeLine, type Context } from '../block.ts';
import type { Line } from '../line.ts';
import type { Heading } from '../signs/headings.ts';
import { settlePending } from './pending.ts';
import { close, give, target, type Scanned, type State } from './state.ts';
import { isCase } from './take-number.ts';

/** Names of types count, but not the end of a sentence that was broken before …判断; a chapter in the middle of a question only where another question begins below it. */
export function headingCounts(state: State, line: Scanned, heading: Heading): boolean {
  if (heading.kind === 'type') return !goesOn(state, line, heading);
  if (!state.block) return true;
  if (isCase(state.block) && heading.kind === 'chapter' && heading.ordinal > 0 && state.slot === 'field') return false;
  const next = state.lines[state.at + 1];
  const [first] = next?.signs ?? [];
  const number = first?.kind === 'number' && first.first ? first : null;
  if (next?.heading) return next.heading.kind === 'type' || state.slot !== 'stem';
  if (!number) return false;
  if (/^\s*《/.test(line.plain) && state.slot === 'stem' && state.block.stem.length === 0) return false;
  return number.value === 1 || state.last === null || number.value === state.last.value + 1;
}

/** A word such as 判断。 alone, where the question above it still waits for the option that stands below. */
function goesOn(state: State, line: Scanned, heading: Heading): boolean {
  const [first] = state.lines[state.at + 1]?.signs ?? [];
  const bare = heading.ordinal === 0 && !/题|[[【(]/.test(line.plain);
  return bare && first?.kind === 'option' && first.first && first.place === (target(state)?.options.length ?? -1) && state.slot !== 'field';
}

export function takeHeading(state: State, line: Line, heading: Heading): void {
  settlePending(state);
  close(state);
  give(state, [wholeLine(line)], 'heading');
  state.context = contextBelow(state.context, heading);
  if (heading.kind !== 'chapter') state.last = null;
}

function contextBelow(context: Context, heading: Heading): Context {
  switch (heading.kind) {
    case 'type':
      return { ...context, type: heading.type, open: heading.open, section: context.section + 1, ordinal: heading.ordinal };
    case 'chapter':
      return { ...context, chapter: heading.title, section: context.section + 1, ordinal: heading.ordinal };
    case 'paper':
      return { ...noContext, section: context.section + 1, paper: context.paper + 1 };
    default:
      return never(heading.kind);
  }
}
