import { isAnswered } from '../exam/answering.ts';
import type { BlockIndex } from '../model/package.ts';
import type { Response } from '../model/study.ts';

export interface SectionProgress {
  readonly section: string;
  readonly total: number;
  /** Questions answered in the revision that is installed now. */
  readonly answered: number;
  /** Of these, how many the latest response got right. */
  readonly right: number;
}

/**
 * One person's progress by section, in the order of the blocks. The latest response to a question counts; one to an
 * older revision, or to a question that was withdrawn, does not. A case counts when every part was answered.
 */
export function progressBySection(blocks: readonly BlockIndex[], responses: readonly Response[]): SectionProgress[] {
  const latest = latestResponses(responses);
  const sections = Map.groupBy(blocks, (block) => block.section);
  return [...sections].map(([section, ofSection]) => {
    const current = ofSection.flatMap((block) => currentResponses(block, latest));
    const total = ofSection.reduce((sum, block) => sum + block.ids.length, 0);
    return { section, total, answered: current.length, right: current.filter((response) => response.correct).length };
  });
}

/** The latest response to each question, by question id. Of two at the same instant the one with the greater id counts. */
export function latestResponses(responses: readonly Response[]): ReadonlyMap<string, Response> {
  const latest = new Map<string, Response>();
  for (const response of responses) {
    const before = latest.get(response.questionId);
    if (!before || before.at < response.at || (before.at === response.at && before.id < response.id))
      latest.set(response.questionId, response);
  }
  return latest;
}

function currentResponses(block: BlockIndex, latest: ReadonlyMap<string, Response>): Response[] {
  return block.ids.flatMap((id, place) => {
    const response = latest.get(id);
    return response && response.revision === block.revisions[place] && isAnswered(response.answer) ? [response] : [];
  });
}
