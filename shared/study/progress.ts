import { isAnswered } from '../exam/answering.ts';
import type { BlockIndex } from '../model/package.ts';
import type { QuestionType } from '../model/question.ts';
import type { Response } from '../model/study.ts';

/** How many questions there are, how many were answered in the revision that is installed now, and how many of these right the last time. */
export interface Progress {
  readonly total: number;
  readonly answered: number;
  readonly right: number;
}

export interface SectionProgress extends Progress {
  readonly section: string;
}

export interface LabelledProgress<L extends string> extends Progress {
  readonly label: L;
}

/** One person's progress within one section, by topic and by type, each in published order. The same answers count as in the sections. */
export interface SectionParts {
  readonly topics: readonly LabelledProgress<string>[];
  readonly types: readonly LabelledProgress<QuestionType>[];
}

/** `latest` by question id. */
export function partsOfSection(blocks: readonly BlockIndex[], latest: ReadonlyMap<string, Response>): SectionParts {
  return {
    topics: tally(blocks, latest, (block) => block.topics),
    types: tally(blocks, latest, (block) => block.types),
  };
}

function tally<L extends string>(
  blocks: readonly BlockIndex[],
  latest: ReadonlyMap<string, Response>,
  labelsOf: (block: BlockIndex) => readonly L[],
): LabelledProgress<L>[] {
  const counts = new Map<L, { total: number; answered: number; right: number }>();
  for (const block of blocks) {
    const labels = labelsOf(block);
    const { revisions } = block;
    for (const [place, id] of block.ids.entries()) {
      const label = labels[place];
      if (label === undefined) continue;
      const count = counts.get(label) ?? { total: 0, answered: 0, right: 0 };
      const response = latest.get(id);
      const counted = response && response.revision === revisions[place] && isWhole(response) ? response : null;
      counts.set(label, {
        total: count.total + 1,
        answered: count.answered + (counted ? 1 : 0),
        right: count.right + (counted?.correct ? 1 : 0),
      });
    }
  }
  return [...counts].map(([label, count]) => ({ label, ...count }));
}

/**
 * One person's progress by section, in the order of the blocks. The latest response to a question counts; one to an
 * older revision, or to a question that was withdrawn, does not. A case counts when every part was answered.
 */
export function progressBySection(blocks: readonly BlockIndex[], latest: ReadonlyMap<string, Response>): SectionProgress[] {
  const sections = Map.groupBy(blocks, (block) => block.section);
  return [...sections].map(([section, ofSection]) => {
    const current = ofSection.flatMap((block) => currentResponses(block, latest));
    const total = ofSection.reduce((sum, block) => sum + block.ids.length, 0);
    return { section, total, answered: current.length, right: current.filter((response) => response.correct).length };
  });
}

/** The latest response to each question, by question id. Of two at the same instant the one with the greater id counts. */
export function latestResponses(responses: Iterable<Response>): ReadonlyMap<string, Response> {
  const latest = new Map<string, Response>();
  for (const response of responses) {
    const before = latest.get(response.questionId);
    if (!before || before.at < response.at || (before.at === response.at && before.id < response.id))
      latest.set(response.questionId, response);
  }
  return latest;
}

/**
 * Whether a response answers its question. While studying, a question becomes a response only as a whole, and a person
 * may have answered in the head alone; in a test, part of a case may have been left out.
 */
export const isWhole = ({ mode, answer }: Response): boolean => (mode !== 'mock' && mode !== 'exam') || isAnswered(answer);

function currentResponses({ ids, revisions }: BlockIndex, latest: ReadonlyMap<string, Response>): Response[] {
  return ids.flatMap((id, place) => {
    const response = latest.get(id);
    return response && response.revision === revisions[place] && isWhole(response) ? [response] : [];
  });
}
