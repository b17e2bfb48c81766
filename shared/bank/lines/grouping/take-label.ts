import { answerHead } from '../block.ts';
import type { LabelSign } from '../signs/label-signs.ts';
import { isCase } from './take-number.ts';
import { isJudgedBlock, target, type Scanned, type State } from './state.ts';

/** More labels than any question has. */
const mostFields = 40;
const vague = /^(?:分析|说明|备注|来源|条款|点评|解释)/;

/** Whether a label counts where it stands. */
export function labelCounts(state: State, line: Scanned, sign: LabelSign): boolean {
  const block = target(state);
  if (sign.field === 'divider') return true;
  if (sign.field === 'stem') return sign.first && (!block || !isCase(block)) && (state.block?.parts.length ?? 0) === 0;
  const name = line.plain.slice(sign.at, sign.end).replace(/[\s([【]/g, '');
  if (block && block.fields.length >= mostFields) return false;
  if (!block) return sign.field === 'answer' && (state.pending.length > 0 || sign.at > 0);
  if (vague.test(name) && answerHead(block) === null && block.options.length === 0 && !isJudgedBlock(block)) return false;
  const current = block.fields.at(-1)?.field;
  if (sign.field === 'answer' && !sign.first && state.slot === 'field' && answerHead(block)) return false;
  return sign.first || !(state.slot === 'field' && current === 'explanation' && sign.field === 'explanation');
}
