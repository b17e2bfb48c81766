import type { Question } from '@shared/model/question.ts';

const plain = { id: '', section: '示例/一', topic: '', explanation: '', basis: '', difficulty: 'medium' } as const;
const ofCase = { ...plain, section: '' };

/** One question of every type, with what their formats have to escape. */
export const examples: readonly Question[] = [
  {
    ...plain,
    id: 'S]1',
    topic: '甲',
    basis: '《示例办法》第一条\n第二款',
    difficulty: 'easy',
    type: 'single',
    stem: '下列**不正确**的是: a=b？',
    options: ['甲  乙', '丙~丁', '%50'],
    answer: [1],
    shuffle: true,
    explanation: '见{第二章}\n第三条',
  },
  { ...plain, type: 'multiple', stem: '多选', options: ['甲', '乙', '丙'], answer: [0, 2], shuffle: true },
  { ...plain, type: 'single', stem: '选', options: ['对', '错'], answer: [0], shuffle: false },
  { ...plain, type: 'judge', stem: '党员应当学习。', answer: true },
  { ...plain, type: 'blank', stem: '首都是____。', answer: [['北京', '%5*']] },
  { ...plain, type: 'blank', stem: '____和____', answer: [['甲', '乙'], ['丙']], unordered: true },
  { ...plain, type: 'short', stem: '简述。', answer: '一点\n二点', explanation: '略' },
  {
    ...ofCase,
    id: 'C',
    type: 'case',
    stem: '材料',
    parts: [
      { ...ofCase, id: 'C/1', type: 'judge', stem: '对吗', answer: false },
      { ...ofCase, id: 'C/2', type: 'short', stem: '为何', answer: '因为' },
    ],
    weights: [2, 1],
  },
];
