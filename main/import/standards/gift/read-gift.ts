import type { FileRefusal } from '@shared/bank/imported.ts';
import type { ReadOptions, Reading } from '@shared/bank/reading.ts';
import { readCategory, readNotes } from '@shared/bank/standards/carried.ts';
import { withCases, type CaseHead } from '../cases.ts';
import { closeLines, placeAt, type Item } from '../items.ts';
import { warning } from '../outcome.ts';
import { giftBlocks, type GiftBlock } from './blocks.ts';
import { readGiftQuestion, type GiftContext } from './question.ts';

/**
 * Reads Moodle's GIFT format (docs.moodle.org/en/GIFT_format). Rows are lines. Each question is read by itself, so that
 * one mistake costs one question. $CATEGORY names section and topic; comments are passed over, except [id:…] and the
 * notes that our own files carry (shared/bank/standards/carried.ts).
 */
export function readGift(text: string, options: ReadOptions): Reading | FileRefusal {
  const found: (Item | CaseHead)[] = [];
  let category = { section: '', topic: '' };
  const source = text.replace(/\r\n?/g, '\n');
  for (const block of giftBlocks(source)) {
    if (block.kind === 'category') {
      category = readCategory(block.text);
      found.push({ place: placeAt(block.from), outcome: { kind: 'heading', findings: [] } });
    } else found.push(readBlock(block, category, options));
  }
  return closeLines(source, withCases(found, options));
}

function readBlock(block: GiftBlock, category: { section: string; topic: string }, options: ReadOptions): Item | CaseHead {
  const place = placeAt(block.from, block.to);
  const context = contextOf(block, category);
  const outcome = readGiftQuestion(block.text, context, options);
  if (outcome.kind !== 'description') return { place, outcome };
  const { weights } = context.carried;
  if (weights) return { place, sketch: outcome.sketch, weights, findings: [] };
  return {
    place,
    outcome: { kind: 'ignored', findings: [warning('type-unsupported', '这一段没有大括号，按说明文字处理，没有作为试题收入。')] },
  };
}

function contextOf({ comments }: GiftBlock, category: { section: string; topic: string }): GiftContext {
  const carried = readNotes(comments);
  const ids = carried.others.map((comment) => /\[id:((?:\\.|[^\]\\])+)\]/.exec(comment)?.[1]).filter((id) => id !== undefined);
  return { ...category, id: ids.at(-1)?.replace(/\\(.)/g, '$1').trim() ?? '', carried };
}
