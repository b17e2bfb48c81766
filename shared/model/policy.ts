import type { Difficulty, QuestionType } from './question.ts';
import type { TopicScores } from './project-event.ts';
import type { Assessment } from './reviewing.ts';

/** 组卷方案: how many questions of each type, what they score, and how the sections share them. */
export interface Blueprint {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly parts: readonly BlueprintPart[];
  /** Shares of the sections; a section left out gives no questions. An empty list takes every section by its size. */
  readonly sections: readonly { readonly section: string; readonly weight: number }[];
  /** Shares of the difficulties over the whole paper; absent where any will do. */
  readonly difficulties?: Readonly<Record<Difficulty, number>>;
  /** Ids of questions that must be on the paper. */
  readonly must?: readonly string[];
  /** Ids of questions that must not be on it. */
  readonly mustNot?: readonly string[];
}

/**
 * 计分规则. `all`: all right or nothing · `half`: of a multiple choice, half the score for some of the right options and no
 * wrong one (少选得一半) · `perOption`: each right option gives its share, a wrong one takes everything · `perBlank`: each blank
 * gives its share. Absent: `all` for choices, `perBlank` for blanks.
 */
export const scoringRules = ['all', 'half', 'perOption', 'perBlank'] as const;
export type ScoringRule = (typeof scoringRules)[number];

/** Exactly so many questions of a part come from this section, topic and difficulty; null stands for any. */
export interface Demand {
  readonly section: string | null;
  readonly topic: string | null;
  readonly difficulty: Difficulty | null;
  readonly count: number;
}

export interface BlueprintPart {
  readonly type: QuestionType;
  readonly count: number;
  readonly scoreEach: number;
  readonly scoring?: ScoringRule;
  readonly demands?: readonly Demand[];
}

export interface Policy {
  /** Percentage of the full score that passes. */
  readonly passLine: number;
  readonly mistakeRule: { readonly rightInARow: number };
  readonly planThresholds: { readonly dueSoonDays: number };
  readonly calendar: readonly { readonly quarter: string; readonly examDate: string; readonly note: string }[];
  readonly blueprints: readonly Blueprint[];
  /** Absent in policies of the first version: then `usualProjectRules` hold (shared/projects/rules.ts). */
  readonly projects?: ProjectRules;
  /** The legal calendar, one entry a year; absent where the bureau published none. */
  readonly holidays?: readonly HolidayYear[];
}

/** The bureau's rules for 书记项目. */
export interface ProjectRules {
  /** Shares of 特色化, 可行性 and 价值度 in the score of a topic. */
  readonly weights: TopicScores;
  /** 项目编号 from {year}, {unit} (its name) and {n} (from 1; {n:2} with two digits), e.g. `SJ{year}-{unit}-{n:2}`. */
  readonly numberPattern: string;
  /** Forecast or delay in workdays from which a project is yellow, and red. */
  readonly yellowDays: number;
  readonly redDays: number;
  /** Day of the month by which the monthly report is due, 1 to 28. */
  readonly reportDay: number;
  /** The largest file of evidence, in megabytes. */
  readonly evidenceMegabytes: number;
  readonly assessment: Pick<Assessment, 'criteria' | 'dropExtremes' | 'grades'>;
}

/** One year of the legal calendar (国务院办公厅 notice): where it differs from Monday to Friday. Days are 'YYYY-MM-DD'. */
export interface HolidayYear {
  readonly year: number;
  /** Days off that would be workdays or are named in the notice. */
  readonly off: readonly string[];
  /** Weekend days that are worked (调休). */
  readonly work: readonly string[];
  /** The notice, e.g. 国办发明电〔2025〕7号. */
  readonly basis: string;
}
