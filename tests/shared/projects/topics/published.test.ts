import { expect, test } from 'vitest';
import type { PublishedProjects } from '@shared/model/reviewing.ts';
import { unionOfPublished } from '@shared/projects/topics/published.ts';

const decision = (id: string, explanation: string) => ({ id, ranked: [], explanation, decidedAt: 1, decidedBy: '' });
const published = (decisions: PublishedProjects['decisions'], recipient: string): PublishedProjects => ({
  offers: [],
  assignments: [],
  decisions,
  events: [],
  benchmarks: [],
  receiving: [{ id: 'receiving', recipient }],
});

test('packages add up; of the same thing, and of the key, the later one counts', () => {
  const old = published([decision('1', '先'), decision('2', '先')], 'age1old');
  const late = published([decision('2', '后'), decision('3', '后')], 'age1new');
  expect(unionOfPublished([])).toBeNull();
  expect(unionOfPublished([old])).toBe(old);
  expect(unionOfPublished([old, late])).toEqual(published([decision('1', '先'), decision('2', '后'), decision('3', '后')], 'age1new'));
});
