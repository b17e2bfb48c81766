import { parse, type GIFTQuestion, type ShortAnswer } from 'gift-pegjs';
import { protect } from './protect.ts';

/** A question with several fields in its sentence: one of the parts each. */
export interface SeveralBlanks {
  readonly type: 'Several';
  readonly stem: ShortAnswer['stem'];
  readonly parts: readonly ShortAnswer[];
}

/** What the grammar makes of a block, or null where the block is not well formed. The texts are still to be restored. */
export function parseBlock(block: string): GIFTQuestion | SeveralBlanks | null {
  const pieces = protect(block).split(/(\{[^{}]*\})/);
  return pieces.length > 3 ? parseSeveral(pieces) : parseOne(pieces.join(''));
}

/** Several fields in one sentence are outside the standard, but clear where each is a short answer. */
function parseSeveral(pieces: readonly string[]): SeveralBlanks | null {
  const fields = pieces.filter((_, at) => at % 2 === 1).map((field) => parseOne(`x${field}`));
  const around = parseOne(pieces.filter((_, at) => at % 2 === 0).join('____'));
  const parts = fields.filter((field) => field?.type === 'Short');
  return around?.type === 'Description' && parts.length === fields.length ? { type: 'Several', stem: around.stem, parts } : null;
}

function parseOne(block: string): GIFTQuestion | null {
  try {
    const questions = parse(block);
    return questions.length === 1 ? (questions[0] ?? null) : null;
  } catch (failure) {
    if (failure instanceof Error && failure.name === 'SyntaxError') return null;
    throw failure;
  }
}
