import { plainOf, type Stretch } from '../block.ts';
import { close, give, open, type State } from './state.ts';

/** The lines that wait are taken for a question. */
export function takePending(state: State): Stretch[] {
  const taken = state.pending;
  state.pending = [];
  return taken;
}

const asks = /\(\s*\)|_{2,}|[?]\s*$/;

/** Lines without a question: titles and notes above one are headings; what asks something is shown as a question that could not be read. */
export function settlePending(state: State, ended = false): void {
  const pending = takePending(state);
  const text = pending.map(plainOf).join('\n');
  const before = state.blocks.length === 0 && !ended;
  if (pending.length === 0) return;
  if (before || (!asks.test(text) && !ended && text.length < 400)) give(state, pending, 'heading');
  else {
    open(state, null, '', null, pending);
    close(state);
  }
}
