import type { PublishedProjects } from '@shared/model/reviewing.ts';
import { buildSmall, install } from '../../support/bank.ts';

export const recipient = `age1${'q'.repeat(58)}`;

/** What a package of projects carries. */
export const published = (contents: Partial<PublishedProjects> = {}): PublishedProjects => ({
  offers: [],
  assignments: [],
  decisions: [],
  events: [],
  benchmarks: [],
  receiving: [{ id: 'receiving', recipient }],
  ...contents,
});

/** Installs it as a sync would. */
export async function installPublished(contents: PublishedProjects): Promise<void> {
  await install(buildSmall('projects', contents));
}
