import { expect, test } from 'vitest';
import { splitOptions, speakOfOthers, stripLetters } from '@shared/bank/options.ts';
import { cleanStem, countBlanks, takeJudgement, takeLetters } from '@shared/bank/stem.ts';

test.each([
  ['1．党的宗旨', '党的宗旨'],
  ['12、党的宗旨', '党的宗旨'],
  ['（3）党的宗旨', '党的宗旨'],
  ['第701题 党的宗旨', '党的宗旨'],
  ['1.（单选）党的宗旨', '党的宗旨'],
  ['【多选题】2.党的宗旨', '党的宗旨'],
  ['1921年7月召开', '1921年7月召开'],
  ['1.5倍电流', '1.5倍电流'],
  ['10kV线路', '10kV线路'],
  ['（总则）第一条', '（总则）第一条'],
])('%s is shown as %s', (source, stem) => expect(cleanStem(source).stem).toBe(stem));

test('tags name the type', () => {
  expect(cleanStem('1.（判断）会议应有记录').type).toBe('judge');
  expect(cleanStem('会议的判断').type).toBeNull();
});

test('an answer in the brackets of the stem is taken out', () => {
  expect(takeLetters('题目内容（ ABC ）。')).toEqual({ stem: '题目内容（  ）。', mark: 'ABC' });
  expect(takeLetters('题目__B__内容')).toEqual({ stem: '题目____内容', mark: 'B' });
  expect(takeLetters('见表2(A)的内容')).toEqual({ stem: '见表2(A)的内容', mark: '' });
  expect(takeJudgement('会议应有记录（对）。')).toEqual({ stem: '会议应有记录。', mark: '对' });
  expect(takeJudgement('（对）此应有记录')).toEqual({ stem: '（对）此应有记录', mark: '' });
});

test('blanks are counted by their lines, else by empty brackets', () => {
  expect(['____和____', '_(1)_和_(2)_', '（  ）和( )', '____（  ）', '没有'].map(countBlanks)).toEqual([2, 2, 2, 1, 0]);
});

test('letters come off options only where every option has its own', () => {
  const placed = (...texts: string[]) => texts.map((text, place) => ({ place, text }));
  expect(stripLetters(placed('A.甲', 'B、乙'))).toEqual(placed('甲', '乙'));
  expect(stripLetters(placed('A相', 'B.乙'))).toEqual(placed('A相', 'B.乙'));
  expect(stripLetters(placed('A-B线', 'C-D线'))).toEqual(placed('A-B线', 'C-D线'));
  expect(stripLetters(splitOptions('Ａ．甲 Ｂ．乙'))).toEqual(placed('甲', '乙'));
  expect(splitOptions('甲')).toEqual(placed('甲'));
});

test('options that speak of others keep their order', () => {
  expect(
    [
      ['甲', '以上都对'],
      ['甲', '乙', 'A和B'],
      ['甲', '均正确'],
      ['甲', 'A相'],
    ].map(speakOfOthers),
  ).toEqual([true, true, true, false]);
});
