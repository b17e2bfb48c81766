import { succeed, type Result } from '@shared/model/failure.ts';
import type { Policy } from '@shared/model/policy.ts';
import type { Mistake, Response } from '@shared/model/study.ts';
import type { WorkOp } from '@shared/model/work.ts';
import { afterResponse, judgeAnew } from '@shared/study/mistakes.ts';
import { mistakesOrder } from '@shared/study/order.ts';
import { readPackage } from '../content.ts';
import { database } from '../database.ts';
import { keptMistakes } from '../kept/rows.ts';
import { readStudySettings, settingsOp } from './study-settings.ts';
import { findRefs } from './study.ts';
import { commit } from '../work.ts';

export type MistakeRule = Policy['mistakeRule'];

const defaultRule: MistakeRule = { rightInARow: 2 };

export interface MistakeBook {
  /** To work on, in the order of working on them. */
  readonly open: readonly Mistake[];
  /** The one overcome last comes first. */
  readonly overcome: readonly Mistake[];
}

/** One person's 错题本. A question that the installed banks do not hold is left out until it comes back. */
export async function readMistakes(personId: string): Promise<MistakeBook> {
  const [open, overcome] = await Promise.all([mistakesIn(personId, 'open'), mistakesIn(personId, 'overcome')]);
  if (open.length + overcome.length === 0) return { open, overcome };
  const refs = await findRefs([...open, ...overcome].map((mistake) => mistake.questionId));
  const present = new Set(refs.map((ref) => ref.id));
  const isPresent = (mistake: Mistake): boolean => present.has(mistake.questionId);
  return {
    open: mistakesOrder(open.filter(isPresent)),
    overcome: overcome.filter(isPresent).toSorted((one, other) => other.lastAt - one.lastAt || (one.id < other.id ? -1 : 1)),
  };
}

/** When this person's mistakes are overcome: as they set it themselves, else as the policy says. */
export async function readMistakeRule(personId: string): Promise<MistakeRule> {
  const { rightInARow } = await readStudySettings(personId);
  return rightInARow === null ? readPolicyRule() : { rightInARow };
}

/** The rule of those who set none of their own: the installed policy's, else two in a row. */
export const readPolicyRule = async (): Promise<MistakeRule> => (await readPackage('policy'))?.policy.mistakeRule ?? defaultRule;

/** The 错题本's entry of one question, or null. */
export const readMistake = async (personId: string, questionId: string): Promise<Mistake | null> =>
  (await database.mistakes.get(`${personId}:${questionId}`)) ?? null;

/** What answers given together mean for the 错题本 of one person. */
export async function mistakeOps(responses: readonly Response[]): Promise<WorkOp[]> {
  const [first] = responses;
  if (!first) return [];
  const rule = await readMistakeRule(first.personId);
  const before = await database.mistakes.bulkGet(responses.map(({ personId, questionId }) => `${personId}:${questionId}`));
  return responses.flatMap((response, place) => {
    const known: Mistake | null = before[place] ?? null;
    const put = afterResponse(known, response.correct, rule, response.at, response);
    return put && put !== known ? [{ table: 'mistakes' as const, put }] : [];
  });
}

/** A commit takes 5,000. */
const opsAtOnce = 4_000;

/**
 * Gives a person a rule of their own, or with null the policy's, and judges what stands in the 错题本 by it, from the first
 * answer on. The rule is kept with the last of them: what an interruption leaves is put right by doing it again.
 */
export async function saveMistakeRule(personId: string, rightInARow: number | null): Promise<Result<null>> {
  const settings = settingsOp({ ...(await readStudySettings(personId)), rightInARow });
  const ops = [...(await judgedAnew(personId, rightInARow === null ? await readPolicyRule() : { rightInARow })), settings];
  for (let start = 0; start < ops.length; start += opsAtOnce) {
    const saved = await commit('study.mistake-rule', ops.slice(start, start + opsAtOnce));
    if (!saved.ok) return saved;
  }
  return succeed(null);
}

/** Of so many questions the answers are read at once. */
const questionsAtOnce = 200;

async function judgedAnew(personId: string, rule: MistakeRule): Promise<WorkOp[]> {
  const entries = [...(await mistakesIn(personId, 'open')), ...(await mistakesIn(personId, 'overcome'))];
  const ops: WorkOp[] = [];
  for (let start = 0; start < entries.length; start += questionsAtOnce) {
    const some = entries.slice(start, start + questionsAtOnce);
    const keys = some.map(({ questionId }) => [personId, questionId]);
    const responses = await database.responses.where('[personId+questionId]').anyOf(keys).toArray();
    const byQuestion = Map.groupBy(responses, ({ questionId }) => questionId);
    for (const entry of some) {
      const put = judgeAnew(byQuestion.get(entry.questionId) ?? [], rule);
      if (put && (put.state !== entry.state || put.rightInARow !== entry.rightInARow || put.lastAt !== entry.lastAt))
        ops.push({ table: 'mistakes', put });
    }
  }
  return ops;
}

const mistakesIn = async (personId: string, state: Mistake['state']): Promise<Mistake[]> =>
  [...(await keptMistakes(personId)).rows.values()].filter((mistake) => mistake.state === state);
