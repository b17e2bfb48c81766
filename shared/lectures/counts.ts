import type { Article, LectureSlot } from '../model/lecture.ts';

export interface LectureCounts {
  /** How many different people have lectured. */
  readonly people: number;
  /** How many lectures were given; one person may give several. */
  readonly lectured: number;
  /** Lectures given without an article yet. */
  readonly owed: number;
}

/** People and lectures are two different counts (29 人 / 34 讲). Two people of one name in one unit count as one. */
export function countLectures(rota: readonly LectureSlot[], articles: readonly Article[]): LectureCounts {
  const given = rota.filter((slot) => slot.state === 'lectured');
  const written = new Set(articles.map((article) => article.lectureId));
  return {
    people: new Set(given.map((slot) => `${slot.unit}/${slot.lecturer}`)).size,
    lectured: given.length,
    owed: given.filter((slot) => !written.has(slot.id)).length,
  };
}
