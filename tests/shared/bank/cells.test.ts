import { expect, test } from 'vitest';
import { blankAnswers, choiceAnswer, judgeAnswer } from '@shared/bank/answer.ts';
import { difficultyOf, scoreOf, yesOrNo } from '@shared/bank/cells.ts';
import { namedType, typeOfHeading } from '@shared/bank/question-type.ts';

const options = ['停电', '验电', '接地', '挂牌', '3'].map((text, place) => ({ place, text }));

test.each([
  'ABD',
  'A,B,D',
  'A、B、D',
  'A B D',
  'ＡＢＤ',
  'abd',
  'DBA',
  'A，B；D',
  '答案：ABD',
  '【答案】:A、B、D',
  'A. 停电,B. 验电,D. 挂牌',
  '停电|验电|挂牌',
  '停电$;$验电$;$挂牌',
  '1,2,4',
])('the places of %s', (cell) => expect(choiceAnswer(cell, options)).toEqual([0, 1, 3]));

test('a cell that is an option means the option, not its number', () => {
  expect(choiceAnswer('3', options)).toEqual([4]);
  expect(choiceAnswer('接地。', options)).toEqual([2]);
  expect(choiceAnswer('都不对', options)).toBeNull();
  expect(choiceAnswer('AZ', options)).toBeNull();
});

test.each(['√', '✓', '对', '正确', '是', 'T', 'true', 'TRUE', 'Ａ', 'A', '答案：正确。', '（√）'])('%s is true', (cell) => {
  expect(judgeAnswer(cell)).toEqual({ value: true, remark: '' });
});
test.each(['×', '✗', 'X', '错', '错误', '否', 'F', 'FALSE', 'b', '不正确'])('%s is false', (cell) => {
  expect(judgeAnswer(cell)).toEqual({ value: false, remark: '' });
});

test('a remark behind the mark is kept; other words are no judgement', () => {
  expect(judgeAnswer('错误，应为每月一次。')).toEqual({ value: false, remark: '应为每月一次。' });
  expect(judgeAnswer('对于这个问题')).toEqual({ value: null, remark: '' });
  expect(judgeAnswer('')).toEqual({ value: null, remark: '' });
});

test('blanks and their alternatives', () => {
  expect(blankAnswers('甲|乙；丙', 2)).toEqual([['甲', '乙'], ['丙']]);
  expect(blankAnswers('甲$$丙', 2)).toEqual([['甲'], ['丙']]);
  expect(blankAnswers('甲、丙', 2)).toEqual([['甲'], ['丙']]);
  expect(blankAnswers('甲、丙', 1)).toEqual([['甲、丙']]);
  expect(blankAnswers("['甲', '丙 ']", 1)).toEqual([['甲'], ['丙']]);
  expect(blankAnswers(' ； ', 1)).toEqual([]);
});

test('names of types, and headings that announce one', () => {
  expect(['单项选择题', '多选', '不定项', '是非题', '填空', '名词解释', '案例分析（单选）', '连线'].map(namedType)).toEqual([
    'single',
    'multiple',
    'multiple',
    'judge',
    'blank',
    'short',
    'case',
    null,
  ]);
  expect(typeOfHeading('一、单项选择题（每题只有1个正确答案，多选、错选均不得分）')).toBe('single');
  expect(typeOfHeading('第三部分 判断题')).toBe('judge');
  expect(typeOfHeading('中央作出了重大的战略判断，请说明。')).toBeNull();
  expect(typeOfHeading('1.判断题应当怎样命题才能考出水平')).toBeNull();
});

test('difficulty, yes or no, score', () => {
  expect(['', '易', '较易', '适中', '中等', '较难', '困难', '天花板'].map(difficultyOf)).toEqual([
    'medium',
    'easy',
    'easy',
    'medium',
    'medium',
    'hard',
    'hard',
    null,
  ]);
  expect(['是', '否', 'N', ''].map(yesOrNo)).toEqual([true, false, false, null]);
  expect(['2', '1.5分', '', '-1', '两'].map(scoreOf)).toEqual([2, 1.5, null, null, null]);
});
