import type { Block } from '../block.ts';
import type { Heading } from '../signs/headings.ts';
import type { KeyEntry, KeyGroup, KeySection } from './read-key.ts';

export interface KeyMatches {
  readonly answers: ReadonlyMap<Block, string>;
  /** Entries that no question, or more than one, could be meant by. */
  readonly unmatched: readonly KeyEntry[];
}

/** Gives the answers of keys to their questions: by section and number. An entry that might mean two questions is given to none. */
export function matchKeys(keys: readonly KeyGroup[], blocks: readonly Block[]): KeyMatches {
  const answers = new Map<Block, string>();
  const unmatched: KeyEntry[] = [];
  for (const key of keys) {
    const { paper } = blocks[key.to - 1]?.context ?? { paper: 0 };
    const asked = blocks.slice(key.from, key.to).filter((block) => block.number !== null && block.context.paper === paper);
    for (const section of key.sections) matchSection(section, poolOf(section.heading, asked), answers, unmatched);
  }
  return { answers, unmatched };
}

/** The questions that a section of the key is about: those below a heading of its type and number, else of its type. */
function poolOf(heading: Heading | null, asked: readonly Block[]): readonly Block[] {
  if (!heading) return asked;
  const ofType = asked.filter((block) => fits(heading, block));
  const ofOrdinal = (heading.type === null ? asked : ofType).filter(
    ({ context }) => heading.ordinal > 0 && context.ordinal === heading.ordinal,
  );
  return ofOrdinal.length > 0 ? ofOrdinal : ofType;
}

const fits = (heading: Heading, { context, tag }: Block): boolean => {
  const type = tag ?? context.type;
  const choice = type === 'single' || type === 'multiple';
  return (
    type === heading.type ||
    (heading.open && heading.type === 'single' && choice) ||
    (context.open && choice && (heading.type === 'single' || heading.type === 'multiple'))
  );
};

function matchSection({ entries }: KeySection, pool: readonly Block[], answers: Map<Block, string>, unmatched: KeyEntry[]): void {
  const answered = runsOf(entries);
  const asked = runsOf(pool);
  const paired = answered.length === asked.length;
  const whole = Map.groupBy(pool, ({ number }) => number);
  for (const [place, run] of answered.entries()) {
    const byNumber = paired ? Map.groupBy(asked[place] ?? [], ({ number }) => number) : whole;
    for (const entry of run) {
      const [block, other] = byNumber.get(entry.number) ?? [];
      if (block && !other && !answers.has(block) && entry.answer !== '') answers.set(block, entry.answer);
      else unmatched.push(entry);
    }
  }
}

/** Cuts where the numbering begins again. */
function runsOf<T extends { readonly number: number | null }>(items: readonly T[]): T[][] {
  const runs: T[][] = [];
  let last = Infinity;
  for (const item of items) {
    const number = item.number ?? 0;
    if (number <= last) runs.push([]);
    runs.at(-1)?.push(item);
    last = number;
  }
  return runs;
}
