import type { Form, FormRow } from '../../model/form.ts';
import type { Project } from '../../model/project.ts';
import type { Review, ReviewOutcome, ReviewStage, TopicScores } from '../../model/project-event.ts';
import { clip, line } from '../../reports/format.ts';
import { topicScore } from '../lifecycle/scores.ts';
import type { ProjectState } from '../lifecycle/state.ts';
import { columns, emptyDate, label, officialDay, row, signatureField, signLine, value, wideField } from './cells.ts';
import { factRows } from './facts.ts';
import { targetLines } from './indicator-lines.ts';

const outcomes = { pass: '同意立项', conditional: '有条件同意立项', return: '退回修改' } as const satisfies Record<ReviewOutcome, string>;
const stageNames = {
  departmentReview: '职能部门预审',
  leaderReview: '分管局领导再审',
  committeeReview: '局党委会审',
} as const satisfies Record<ReviewStage, string>;

const opinionNames = {
  departmentReview: '职能部门\n预审意见',
  leaderReview: '分管局领导\n再审意见',
  committeeReview: '局党委\n会审意见',
} as const satisfies Record<ReviewStage, string>;

/**
 * 书记项目申报（审批）表 (formats: 5): what is under review, else the draft; reviews of the present revision, with room to sign
 * by hand in every place. The whole score is shown where the policy's weights are given.
 */
export function approvalForm(project: Project, state: ProjectState, weights: TopicScores | null = null): Form {
  const shown = state.submission?.project ?? project;
  const reviewOf = (stage: ReviewStage): Review | undefined => state.reviews.findLast((review) => review.stage === stage);
  return {
    title: '书记项目申报（审批）表',
    head: [line(`年度：${shown.year}年`, state.revision === 0 ? '草稿' : `第${state.revision}次送审`)],
    columns,
    rows: [
      ...factRows(shown),
      wideField('实施背景', shown.background, 30),
      wideField('拟解决的\n问题', shown.problem, 30),
      wideField('主要举措', shown.measures, 40),
      wideField('预期成效及\n成果形式', effectText(shown), 30),
      ...scoreRows(reviewOf, weights),
      opinionRow('departmentReview', reviewOf('departmentReview')),
      opinionRow('leaderReview', reviewOf('leaderReview')),
      committeeRow(reviewOf('committeeReview')),
    ],
    foot: [],
    orientation: 'portrait',
    fileName: `书记项目申报审批表-${clip(shown.title, 60)}`,
  };
}

function effectText({ effect, outcome, indicators }: Project): string {
  return [effect, ...targetLines(indicators), ...(outcome === '' ? [] : [`成果形式：${outcome}`])].filter((text) => text !== '').join('\n');
}

/** 评分(特色化/可行性/价值度): a line for each of the three reviews, empty ones to be filled in by hand. */
function scoreRows(reviewOf: (stage: ReviewStage) => Review | undefined, weights: TopicScores | null): FormRow[] {
  const head = ['特色化', '可行性', '价值度', '综合得分'].map((name) => label(name, 4));
  const lines = Object.entries(stageNames).map(([stage, name]) => {
    const scores = reviewOf(stage as ReviewStage)?.scores ?? null; // the keys of a Record over ReviewStage
    const figures = scores ? [scores.distinctiveness, scores.feasibility, scores.value, weights ? topicScore(scores, weights) : null] : [];
    return row([label(name, 8), ...head.map((_cell, place) => value(String(figures[place] ?? ''), 4))], 8);
  });
  return [row([label('评分', 8), ...head]), ...lines];
}

const opinionRow = (stage: ReviewStage, review: Review | undefined): FormRow =>
  signatureField(
    opinionNames[stage],
    [...(review ? [`${outcomes[review.outcome]}。`, ...opinionOf(review)] : []), signLine(review?.signer ?? '', review?.date ?? '')],
    38,
  );

function committeeRow(review: Review | undefined): FormRow {
  const meeting = review ? `会议时间：${officialDay(review.date)}　${review.meeting}` : `会议时间：${emptyDate}　第　　次党委会`;
  const conclusion = review
    ? `结论：${outcomes[review.outcome]}。`
    : `结论：${Object.values(outcomes)
        .map((text) => `□${text}`)
        .join('　')}`;
  const lines = [meeting, conclusion, ...(review ? opinionOf(review) : []), signLine(review?.signer ?? '', review?.date ?? '')];
  return signatureField(opinionNames.committeeReview, lines, 44);
}

const opinionOf = ({ opinion, conditions }: Review): string[] => [opinion, conditions === '' ? '' : `条件：${conditions}`];
