import type { reviewing as master } from '../../zh/reviewing/reviewing.ts';

export const reviewing: typeof master = {
  title: 'Reviews',
  tabsName: 'Parts of the reviews',
  tabs: {
    topics: 'Topics',
    approval: 'Approval',
    ledger: 'Register',
    assessment: 'Yearly review',
    benchmarks: 'Benchmarks',
    publish: 'Publish',
  },
  year: (year: number) => `Year ${year}`,
  archived: 'Archived',
  showArchived: 'Show what is archived',
};
