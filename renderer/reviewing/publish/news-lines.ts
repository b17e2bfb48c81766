import type { Messages } from '@shared/messages/index.ts';
import type { ProjectEvent } from '@shared/model/project-event.ts';
import type { Offer } from '@shared/model/topic.ts';
import type { ContentKind, ProjectsContents } from '@shared/projects/reviewing/publication.ts';
import { minuteOf } from '../../ui/format.ts';
import { stepText } from '../step-text.ts';

export interface NewsLine {
  readonly id: string;
  readonly kind: ContentKind;
  readonly what: string;
  readonly detail: string;
}

/** What names have to be known that the news do not carry themselves. */
export interface NewsNames {
  readonly offers: readonly Offer[];
  readonly titles: ReadonlyMap<string, string>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The news as people read them, by kind. */
export function newsLines(news: ProjectsContents, { offers, titles, now }: NewsNames, words: Messages): readonly NewsLine[] {
  const { bureauTopics, projectsPublish, reviewing } = words;
  const archivedText = (archived: boolean): string => (archived ? projectsPublish.archived : '');
  const offerTitle = (id: string): string => offers.find((offer) => offer.id === id)?.title ?? id;
  // of one that is decided nobody wants more claims
  const isOver = (id: string, closesAt: number): boolean => closesAt < now && !news.decisions.some((decision) => decision.id === id);
  const event = (one: ProjectEvent): NewsLine => ({
    id: one.id,
    kind: 'events',
    what: titles.get(one.projectId) ?? one.projectId,
    detail: stepText(one, words),
  });
  return [
    ...news.offers.map(({ id, title, opensAt, closesAt, archived }) => ({
      id,
      kind: 'offers' as const,
      what: title,
      detail: [
        bureauTopics.window(minuteOf(opensAt), minuteOf(closesAt)) + archivedText(archived),
        isOver(id, closesAt) ? projectsPublish.over : '',
      ]
        .filter(Boolean)
        .join(' '),
    })),
    ...news.assignments.map(({ id, title, unitName, archived }) => ({
      id,
      kind: 'assignments' as const,
      what: title,
      detail: unitName + archivedText(archived),
    })),
    ...news.decisions.map(({ id, ranked }) => ({
      id,
      kind: 'decisions' as const,
      what: offerTitle(id),
      detail: projectsPublish.winners(ranked.flatMap(({ won, unitName }) => (won ? [unitName] : []))),
    })),
    ...news.events.map(event),
    ...news.benchmarks.map(({ id, subject, projectTitle, unitName, year, archived }) => ({
      id,
      kind: 'benchmarks' as const,
      what: projectTitle,
      detail: `${reviewing.year(year)} ${subject} ${unitName}${archivedText(archived)}`,
    })),
  ];
}
