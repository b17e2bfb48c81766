import type { Blueprint, BlueprintPart, Demand, ScoringRule } from '@shared/model/policy.ts';
import type { QuestionType } from '@shared/model/question.ts';
import { blueprintSchema } from '@shared/model/schemas/content.ts';

const firstPart: BlueprintPart = { type: 'single', count: 20, scoreEach: 2 };
export const newDemand: Demand = { section: null, topic: null, difficulty: null, count: 1 };

export const newBlueprint = (id: string, title: string): Blueprint => ({ id, title, minutes: 60, parts: [firstPart], sections: [] });

/** Whether everything is filled in that a blueprint needs. */
export const isComplete = (blueprint: Blueprint): boolean => blueprintSchema.safeParse(blueprint).success;

/** The scoring rules that make sense for a type; the first is the one that holds where none is named. */
export const rulesOf: Readonly<Record<QuestionType, readonly ScoringRule[]>> = {
  single: ['all'],
  multiple: ['all', 'half', 'perOption'],
  judge: ['all'],
  blank: ['perBlank', 'all'],
  short: ['all'],
  case: ['all', 'half', 'perOption'],
};

/** Another type takes the rule along only if it knows it. */
export function withType(part: BlueprintPart, type: QuestionType): BlueprintPart {
  const { scoring, ...rest } = part;
  return { ...rest, type, ...(scoring && rulesOf[type].includes(scoring) ? { scoring } : {}) };
}

/** The rule of the type itself needs no naming. */
export function withScoring(part: BlueprintPart, scoring: ScoringRule): BlueprintPart {
  const { scoring: _before, ...rest } = part;
  return scoring === rulesOf[part.type][0] ? rest : { ...rest, scoring };
}

export function withDemands(part: BlueprintPart, demands: readonly Demand[]): BlueprintPart {
  const { demands: _before, ...rest } = part;
  return demands.length > 0 ? { ...rest, demands } : rest;
}

/** 0 leaves a section out. */
export function withWeight(blueprint: Blueprint, section: string, weight: number): Blueprint {
  const others = blueprint.sections.filter((one) => one.section !== section);
  return { ...blueprint, sections: weight > 0 ? [...others, { section, weight }] : others };
}

export function withDifficulties(blueprint: Blueprint, difficulties: Blueprint['difficulties'] | null): Blueprint {
  const { difficulties: _before, ...rest } = blueprint;
  return difficulties ? { ...rest, difficulties } : rest;
}

/** A question stands on one of the two lists, or on none. */
export function withListed(blueprint: Blueprint, id: string, list: 'must' | 'mustNot' | null): Blueprint {
  const { must = [], mustNot = [], ...rest } = blueprint;
  const without = (ids: readonly string[]): string[] => ids.filter((one) => one !== id);
  const lists = {
    must: list === 'must' ? [...without(must), id] : without(must),
    mustNot: list === 'mustNot' ? [...without(mustNot), id] : without(mustNot),
  };
  return {
    ...rest,
    ...(lists.must.length > 0 ? { must: lists.must } : {}),
    ...(lists.mustNot.length > 0 ? { mustNot: lists.mustNot } : {}),
  };
}

/** A list with one of its items changed, or with null taken out. */
export const changedAt = <T>(items: readonly T[], place: number, item: T | null): T[] =>
  items.flatMap((one, at) => (at !== place ? [one] : item === null ? [] : [item]));
