import type { QuestionType } from './question.ts';

/** 组卷方案: how many questions of each type, what they score, and how the sections share them. */
export interface Blueprint {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly parts: readonly BlueprintPart[];
  /** Shares of the sections; a section left out gives no questions. An empty list takes every section by its size. */
  readonly sections: readonly { readonly section: string; readonly weight: number }[];
}

export interface BlueprintPart {
  readonly type: QuestionType;
  readonly count: number;
  readonly scoreEach: number;
}

export interface Policy {
  /** Percentage of the full score that passes. */
  readonly passLine: number;
  readonly mistakeRule: { readonly rightInARow: number };
  readonly planThresholds: { readonly dueSoonDays: number };
  readonly calendar: readonly { readonly quarter: string; readonly examDate: string; readonly note: string }[];
  readonly blueprints: readonly Blueprint[];
}
