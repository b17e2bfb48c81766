import { expect, it } from 'vitest';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { Benchmark, ProjectsPublication } from '@shared/model/reviewing.ts';
import type { Assignment, Offer } from '@shared/model/topic.ts';
import {
  contentsToPublish,
  countOf,
  isPublished,
  marksOf,
  marksOfAll,
  newsOf,
  type ProjectsContents,
} from '@shared/projects/reviewing/publication.ts';

const offer: Offer = {
  id: 'o1',
  year: 2026,
  title: '示例课题',
  specialty: '',
  problem: '',
  expected: '',
  places: 1,
  opensAt: 1,
  closesAt: 2,
  eligible: [],
  archived: false,
};
const assignment: Assignment = {
  id: 'a1',
  year: 2026,
  unitId: 'u1',
  unitName: '示例单位',
  title: '示例交办',
  specialty: '',
  problem: '',
  expected: '',
  dueDate: '',
  archived: false,
};
const benchmark: Benchmark = {
  id: 'b1',
  kind: 'branch',
  subject: '示例支部',
  projectId: 'p1',
  projectTitle: '示例项目',
  unitName: '示例单位',
  year: 2026,
  reason: '',
  archived: false,
};
const step = (id: string, side: ProjectEvent['side']): ProjectEvent => ({
  id,
  projectId: 'p1',
  after: null,
  at: 1,
  by: { personId: '', name: '', position: '' },
  side,
  action: { kind: 'terminated', reason: '示例理由', date: '2026-09-01' },
});
const nothing: ProjectsContents = { offers: [], assignments: [], decisions: [], events: [], benchmarks: [] };
const everything: ProjectsContents = {
  offers: [offer],
  assignments: [assignment],
  decisions: [{ id: 'o1', ranked: [], explanation: '', decidedAt: 3, decidedBy: '示例人员' }],
  events: [step('e1', 'bureau'), step('e2', 'branch')],
  benchmarks: [benchmark],
};
const version = (number: number, brought: ProjectsPublication['brought']): ProjectsPublication => ({
  id: `projects@${number}`,
  package: 'projects',
  version: number,
  at: number,
  brought,
});

it('carries what is not archived, and of the steps only the bureau’s own', () => {
  const archived = { ...everything, offers: [{ ...offer, archived: true }], benchmarks: [{ ...benchmark, archived: true }] };
  expect(contentsToPublish(archived, {})).toEqual({ ...everything, offers: [], benchmarks: [], events: [step('e1', 'bureau')] });
});

it('goes on carrying what was published, though it is archived now: absence would say nothing', () => {
  const published = marksOf(contentsToPublish(everything, {}));
  const archived = { ...everything, offers: [{ ...offer, archived: true }] };
  expect(contentsToPublish(archived, published).offers).toEqual([{ ...offer, archived: true }]);
});

it('has no news right after a version, and only what changed later', () => {
  const contents = contentsToPublish(everything, {});
  const published = marksOfAll([version(1, marksOf(newsOf(contents, {})))]);
  expect(countOf(newsOf(contents, {}))).toBe(5);
  expect(newsOf(contents, published)).toEqual(nothing);
  const changed = { ...contents, offers: [{ ...offer, archived: true }], events: [...contents.events, step('e3', 'bureau')] };
  expect(newsOf(changed, published)).toEqual({ ...nothing, offers: [{ ...offer, archived: true }], events: [step('e3', 'bureau')] });
});

it('adds up what the versions brought, whatever order they are kept in: the later one counts', () => {
  const later = marksOf({ ...nothing, offers: [{ ...offer, archived: true }] });
  const all = marksOfAll([version(2, later), version(1, marksOf(contentsToPublish(everything, {})))]);
  expect(newsOf({ ...nothing, offers: [{ ...offer, archived: true }] }, all)).toEqual(nothing);
  expect([isPublished(all, 'events', 'e1'), isPublished(all, 'events', 'e2'), isPublished(all, 'offers', 'e1')]).toEqual([
    true,
    false,
    false,
  ]);
});
