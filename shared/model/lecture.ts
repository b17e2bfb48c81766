/** One slot of the rota of 先锋讲台. Dates are 'YYYY-MM-DD'. */
export interface LectureSlot {
  readonly id: string;
  readonly issue: number;
  readonly date: string;
  readonly lecturer: string;
  readonly unit: string;
  readonly position: string;
  readonly theme: string;
  readonly title: string;
  readonly minutes: number;
  readonly standIn: string;
  readonly state: 'planned' | 'lectured';
}

/** An article of 先锋专栏; body is Markdown without raw HTML. */
export interface Article {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly unit: string;
  readonly date: string;
  readonly lectureId: string;
  readonly sections: readonly string[];
  readonly body: string;
}
