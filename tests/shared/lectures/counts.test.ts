import { expect, test } from 'vitest';
import { countLectures } from '@shared/lectures/counts.ts';
import type { Article, LectureSlot } from '@shared/model/lecture.ts';

const slot = (id: string, lecturer: string, state: LectureSlot['state']): LectureSlot => ({
  id,
  issue: 1,
  date: '2026-09-07',
  lecturer,
  unit: '示例县供电局',
  position: '党支部书记',
  theme: '党史学习教育',
  title: '示例题目',
  minutes: 30,
  standIn: '',
  state,
});
const article = (lectureId: string): Article => ({
  id: `article-${lectureId}`,
  title: '示例文章',
  author: '示例书记甲',
  unit: '示例县供电局',
  date: '2026-09-08',
  lectureId,
  sections: [],
  body: '',
});

test('people and lectures are counted apart, planned ones not at all, and articles owed are those not written', () => {
  const rota = [
    slot('1', '示例书记甲', 'lectured'),
    slot('2', '示例书记甲', 'lectured'),
    slot('3', '示例书记乙', 'lectured'),
    slot('4', '示例书记丙', 'planned'),
  ];
  expect(countLectures(rota, [article('1'), article('4')])).toEqual({ people: 2, lectured: 3, owed: 2 });
});
