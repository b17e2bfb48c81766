import { expect, test } from 'vitest';
import { detectText } from '../../../../main/import/standards/detect.ts';

test.each<[string, string]>([
  ['gift', '题干{=甲 ~乙}'],
  ['gift', '对吗{T}\n\n不对{FALSE#说明}'],
  ['gift', '题干｛＝甲 ～乙｝'],
  ['gift', '$CATEGORY: 党史\n\n简述{}'],
  ['gift', '::一::简述{}'],
  ['aiken', '题干\nA. 甲\nB. 乙\nANSWER: B\n'],
  ['aiken', '题干\nA) 甲\nB) 乙\nC) 丙\n\nANSWER: B\n'],
  ['moodle', '<?xml version="1.0"?>\n<!-- 导出 -->\n<quiz>'],
  ['moodle', '\ufeff<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>'],
  ['qti', '<assessmentItem xmlns="x">'],
  ['qti', '<?xml version="1.0"?><qti-assessment-item>'],
  ['qti', '<imsqti:assessmentItem>'],
  ['qti', '<questestinterop>'],
  ['json', ' [ {"question": 1'],
  ['json', '{"q":"题"}\n{"q":"题"}'],
  ['json', '[]'],
  ['anki', '#separator:tab\n题\t答'],
  ['anki', '#notetype:Basic\n题\t答'],
])('%s: %s', (format, text) => expect(detectText(text, '题库.txt')).toBe(format));

test.each([
  '1. 题干\nA. 甲\nB. 乙\nAnswer:B\n',
  '1. 题干\nA. 甲\nB. 乙\nAnswer:AB\n',
  '题干\nA. 甲\nB. 乙\nANSWER: AB\n',
  '题干\nA、甲\nB、乙\nANSWER: A\n',
  '题干\nA. 甲\nB. 乙\n答案：A\n\n题干\nA. 甲\nB. 乙\nANSWER: A\n',
  '一、单项选择题\n题干\nA. 甲\nB. 乙\nANSWER: A\n',
  '1. 题干{A}\nA. 甲\nB. 乙\n',
  '1. 集合{ =x }\n2. 题干\n答案：A\n3. 题干\n答案：B\n',
  '1. 下列函数 f(){} 的含义是\n答案：A\n',
  '[单选]1.题干\n答案:D\n',
  '# 一、单选题\n1. 题干\n答案：A',
  '#separator\n',
  '<p>题干</p>',
  '题型\t题干\t答案\n单选\t题\tA\n',
  '简述{}',
  '',
])('an ordinary text is none of these: %s', (text) => expect(detectText(text, '题库.txt')).toBeNull());

test('the name decides only where GIFT shows nothing but empty braces', () => {
  expect(detectText('简述{}', '题库.gift')).toBe('gift');
  expect(detectText('1. 题干\n答案：A', '题库.gift')).toBeNull();
});
