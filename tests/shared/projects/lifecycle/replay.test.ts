import { describe, expect, it } from 'vitest';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import { step } from '@shared/projects/lifecycle/actions.ts';
import { replay } from '@shared/projects/lifecycle/replay.ts';
import { planNode, project } from '../fixture.ts';
import { assessed, clerk, closed, closingRequested, event, reviewed, submitted, terminated, withdrawn } from './steps.ts';

const after = (events: readonly ProjectEvent[]) => replay(project.id, events);
const asideOf = (events: readonly ProjectEvent[]) => after(events).setAside.map(({ event: { id }, why }) => [id, why]);
const idsOf = (events: readonly ProjectEvent[]) => after(events).steps.map(({ id }) => id);

const handedIn = event('s1', null, submitted(1));
const approvedWay = [
  handedIn,
  event('r2', 's1', reviewed('departmentReview')),
  event('r3', 'r2', reviewed('leaderReview', 'conditional')),
  event('r4', 'r3', reviewed('committeeReview', 'conditional')),
];

describe('the way of a project', () => {
  it('begins as a draft', () => {
    expect(after([])).toMatchObject({ stage: 'draft', revision: 0, head: null, baseline: [], steps: [] });
  });

  it('is approved after three reviews: the plan that was handed in is frozen, the conditions are kept', () => {
    const { steps, counting, setAside, ...state } = after(approvedWay);
    expect(state).toMatchObject({
      stage: 'approved',
      revision: 1,
      approvedOn: '2026-03-05',
      conditions: 'leaderReview：每月报进度\ncommitteeReview：每月报进度',
      baseline: [planNode({ title: '第1稿' })],
      head: 'r4',
    });
    expect(state.reviews.map(({ stage }) => stage)).toEqual(['departmentReview', 'leaderReview', 'committeeReview']);
    expect([steps.length, counting.length, setAside.length]).toEqual([4, 4, 0]);
  });

  it('goes through all three reviews again when it was returned', () => {
    const returned = [handedIn, event('r2', 's1', reviewed('departmentReview')), event('r3', 'r2', reviewed('leaderReview', 'return'))];
    expect(after(returned)).toMatchObject({ stage: 'returned', revision: 1, reviews: [{}, { opinion: '举措不具体' }] });
    const again = [...returned, event('s4', 'r3', submitted(2))];
    expect(after(again)).toMatchObject({ stage: 'departmentReview', revision: 2, reviews: [], submission: { revision: 2 } });
    expect(asideOf([...again, event('r5', 's4', reviewed('leaderReview'))])).toEqual([['r5', 'wrong-review']]);
  });

  it('gives a revision that was taken back no second life', () => {
    const back = [handedIn, event('w2', 's1', withdrawn)];
    expect(after(back)).toMatchObject({ stage: 'draft', revision: 1, submission: null });
    expect(asideOf([...back, event('s3', 'w2', submitted(1))])).toEqual([['s3', 'wrong-revision']]);
    expect(after([...back, event('s3', 'w2', submitted(2))]).stage).toBe('departmentReview');
  });

  it('closes on request, or goes on with what is still asked', () => {
    const request = [...approvedWay, event('q5', 'r4', closingRequested)];
    expect(after([...request, event('w6', 'q5', withdrawn)])).toMatchObject({ stage: 'approved', closing: null });
    const refused = [...request, event('x6', 'q5', closed('returned'))];
    expect(after(refused)).toMatchObject({ stage: 'approved', closing: { decision: { outcome: 'returned' } } });
    const done = [...request, event('x6', 'q5', closed('closed')), event('a7', 'x6', assessed)];
    expect(after(done)).toMatchObject({ stage: 'assessed', assessment: { grade: '优秀' }, baseline: [{ title: '第1稿' }] });
    expect(asideOf([...done, event('t8', 'a7', terminated)])).toEqual([['t8', 'wrong-stage']]);
  });

  it('ends where it is terminated', () => {
    expect(after([...approvedWay, event('t5', 'r4', terminated)])).toMatchObject({
      stage: 'terminated',
      termination: { reason: '业务调整' },
    });
  });
});

describe('two sides', () => {
  const paper = event('r2', 's1', reviewed('departmentReview'));
  const bureaus = event('b9', 's1', reviewed('departmentReview', 'conditional'), { side: 'bureau' });

  it('let the bureau’s own review take the place of what was entered from paper', () => {
    expect(idsOf([handedIn, paper, bureaus])).toEqual(['s1', 'b9']);
    expect(asideOf([handedIn, paper, bureaus])).toEqual([['r2', 'place-taken']]);
  });

  it('keep what followed the entry from paper, as far as it still fits', () => {
    const next = event('r3', 'r2', reviewed('leaderReview'));
    expect(after([handedIn, paper, next, bureaus])).toMatchObject({ stage: 'committeeReview', conditions: 'departmentReview：每月报进度' });
    const returned = event('b9', 's1', reviewed('departmentReview', 'return'), { side: 'bureau' });
    expect(after([handedIn, paper, next, returned]).stage).toBe('returned');
    expect(asideOf([handedIn, paper, next, returned])).toEqual([
      ['r2', 'place-taken'],
      ['r3', 'wrong-stage'],
    ]);
  });

  it('let a decision of the bureau go before a withdrawal that it did not know of', () => {
    const back = [handedIn, event('w2', 's1', withdrawn), event('s3', 'w2', submitted(2))];
    expect(after([...back, bureaus]).stage).toBe('leaderReview');
    expect(asideOf([...back, bureaus])).toEqual([
      ['w2', 'place-taken'],
      ['s3', 'behind'],
    ]);
  });

  it('do not let an impossible step of the bureau push a possible one aside', () => {
    const tooFar = event('b9', 's1', reviewed('committeeReview'), { side: 'bureau' });
    expect(idsOf([handedIn, paper, tooFar])).toEqual(['s1', 'r2']);
    expect(asideOf([handedIn, paper, tooFar])).toEqual([['b9', 'wrong-review']]);
  });

  it('take back only their own last step', () => {
    const state = after([handedIn, bureaus]);
    const facts = { id: 'u', at: 10, by: clerk, projectId: project.id };
    expect(step(state, { kind: 'undone', of: 'b9' }, { ...facts, side: 'branch' })).toEqual({ ok: false, why: 'wrong-side' });
    expect(step(state, { kind: 'undone', of: 's1' }, { ...facts, side: 'bureau' })).toEqual({ ok: false, why: 'not-last' });
    const undone = step(state, { kind: 'undone', of: 'b9' }, { ...facts, side: 'bureau' });
    expect(undone).toMatchObject({ ok: true, event: { id: 'u', after: 'b9' } });
    expect(after([handedIn, bureaus, ...(undone.ok ? [undone.event] : [])])).toMatchObject({
      stage: 'departmentReview',
      head: 'u',
      reviews: [],
    });
  });
});

describe('what does not count', () => {
  it('waits for the step before it', () => {
    const early = event('r3', 'r2', reviewed('leaderReview'));
    expect(asideOf([handedIn, early])).toEqual([['r3', 'step-missing']]);
    expect(after([early, handedIn, event('r2', 's1', reviewed('departmentReview'))]).stage).toBe('committeeReview');
  });

  it('is kept where two computers did different things in one place, and where one id says two things', () => {
    const [first, second] = [event('s1', null, submitted(1)), event('s2', null, submitted(1))];
    expect(asideOf([second, first])).toEqual([['s2', 'place-taken']]);
    expect(asideOf([first, { ...first, side: 'bureau' }])).toEqual([
      ['s1', 'same-id'],
      ['s1', 'wrong-side'],
    ]);
  });

  it('is refused without a reason: a return, a withdrawal, a condition that says nothing', () => {
    const silent = { ...reviewed('departmentReview', 'return') };
    const facts = { id: 'x', at: 2, by: clerk, side: 'branch', projectId: project.id } as const;
    const noWords = silent.kind === 'reviewed' ? { ...silent, review: { ...silent.review, opinion: ' ' } } : silent;
    expect(step(after([handedIn]), noWords, facts)).toEqual({ ok: false, why: 'reason-missing' });
    expect(step(after([handedIn]), { kind: 'withdrawn', reason: '' }, facts)).toEqual({ ok: false, why: 'reason-missing' });
    const vague = reviewed('departmentReview', 'conditional');
    const noConditions = vague.kind === 'reviewed' ? { ...vague, review: { ...vague.review, conditions: '' } } : vague;
    expect(step(after([handedIn]), noConditions, facts)).toEqual({ ok: false, why: 'conditions-missing' });
  });

  it('are the events of other projects', () => {
    expect(after([{ ...handedIn, projectId: 'another' }]).stage).toBe('draft');
  });
});
