import type { PublishedExam } from '@shared/model/examining.ts';
import type { Blueprint, Policy } from '@shared/model/policy.ts';
import { readPackage } from '../data/content.ts';
import { readPublishedExams } from '../data/exam/quarterly.ts';

/** A mock test that can be sat. */
export interface Offer {
  readonly blueprint: Blueprint;
  /** Percentage of the full score that passes. */
  readonly passLine: number;
}

/** The blueprints of the policy, then those of installed quarterly exams. `titleFor` names one of an exam. */
export async function readOffers(titleFor: (quarter: string) => string): Promise<readonly Offer[]> {
  const policy = (await readPackage('policy'))?.policy ?? null;
  return offersOf(
    policy,
    (await readPublishedExams()).map(({ exam }) => exam),
    titleFor,
  );
}

/** Two exams of one blueprint (a make-up) are offered once, by the later. What must be on the exam is not told by its mock test. */
export function offersOf(policy: Policy | null, exams: readonly PublishedExam[], titleFor: (quarter: string) => string): readonly Offer[] {
  const own = policy?.blueprints.map((blueprint): Offer => ({ blueprint, passLine: policy.passLine })) ?? [];
  const known = new Set(own.map(({ blueprint }) => blueprint.id));
  const ofExams = exams.flatMap(({ blueprint, quarter, passLine }): Offer[] => {
    if (!blueprint || known.has(blueprint.id)) return [];
    known.add(blueprint.id);
    const { must: _told, ...rest } = blueprint;
    return [{ blueprint: { ...rest, title: titleFor(quarter) }, passLine }];
  });
  return [...own, ...ofExams];
}
