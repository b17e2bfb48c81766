import type { Assembling, Notes, Refusal } from '@shared/exam/assembly/assemble.ts';
import { sharedOf } from '@shared/exam/assembly/compare.ts';
import { drawPair, drawPaper, type ReadQuestions } from '@shared/exam/assembly/draw.ts';
import { makePair, makePaper } from '@shared/exam/assembly/make-paper.ts';
import { Pool } from '@shared/exam/assembly/pool.ts';
import type { Paper } from '@shared/model/exam.ts';
import type { Blueprint } from '@shared/model/policy.ts';
import type { Question } from '@shared/model/question.ts';

export interface DrawnPaper {
  /** 'A', 'B' or '' where there is one. */
  readonly variant: string;
  readonly paper: Paper;
}

export type DrawnPapers =
  | ({ readonly ok: true; readonly papers: readonly DrawnPaper[]; /** Of two papers. */ readonly sameTopics?: boolean } & Notes)
  | Refusal;

interface Drawing {
  readonly questions: ReadonlyMap<string, Question>;
  readonly blueprint: Blueprint;
  readonly seed: number;
  readonly overlap: number | null;
}

/** One paper, or A and B with the overlap in percent. */
export async function drawPapers({ questions, blueprint, seed, overlap }: Drawing): Promise<DrawnPapers> {
  const drawing: Assembling = { pool: new Pool(questions.values()), blueprint, seed, exposure: new Map() };
  const read: ReadQuestions = (ids) => Promise.resolve(new Map(ids.flatMap((id) => pairOf(id, questions.get(id)))));
  const id = `${blueprint.id}-${seed}`;
  if (overlap === null) {
    const drawn = await drawPaper(drawing, read);
    if (!drawn.ok) return drawn;
    const { notes, difficultyNotes } = drawn;
    return {
      ok: true,
      papers: [{ variant: '', paper: makePaper(drawn.picks, questions, { id, blueprint, seed }) }],
      notes,
      difficultyNotes,
    };
  }
  const drawn = await drawPair({ ...drawing, shared: sharedOf(blueprint, overlap) }, read);
  if (!drawn.ok) return drawn;
  const { notes, difficultyNotes, sameTopics } = drawn;
  const [a, b] = makePair(drawn.picks, questions, { ids: [`${id}-A`, `${id}-B`], blueprint, seed });
  return {
    ok: true,
    papers: [
      { variant: 'A', paper: a },
      { variant: 'B', paper: b },
    ],
    notes,
    difficultyNotes,
    sameTopics,
  };
}

const pairOf = (id: string, question: Question | undefined): [string, Question][] => (question ? [[id, question]] : []);
