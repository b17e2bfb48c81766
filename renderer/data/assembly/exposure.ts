import { exposuresOf, type Exposures } from '@shared/exam/assembly/pool.ts';
import { never } from '@shared/never.ts';
import { database } from '../database.ts';
import type { ExposureOf } from './messages.ts';

/** How often questions stood on earlier papers. Row by row, because every row carries its whole paper. */
export async function readExposure(of: ExposureOf): Promise<Exposures> {
  const papers: { ids: string[]; at: number }[] = [];
  switch (of.kind) {
    case 'papers':
      await database.papers.each(({ paper, createdAt }) =>
        papers.push({ ids: paper.items.map(({ question }) => question.id), at: createdAt }),
      );
      break;
    case 'mocks':
      await database.attempts
        .where('[personId+state]')
        .anyOf([of.personId, 'open'], [of.personId, 'handedIn'])
        .each(({ kind, paper, startedAt }) => {
          if (kind === 'mock') papers.push({ ids: paper.items.map(({ question }) => question.id), at: startedAt });
        });
      break;
    default:
      never(of);
  }
  return exposuresOf(papers);
}
