import { expect, test } from 'vitest';
import { readText, refused, shown } from './reading.ts';

const layouts: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'one option a line, answer below',
    '1. 示例单位的例会每（  ）召开一次。\nA. 周\nB. 月\nC. 季\nD. 年\n答案：B\n解析：见示例办法。',
    ['single 示例单位的例会每（  ）召开一次。 | 周 / 月 / 季 / 年 | B'],
  ],
  [
    'options behind the stem',
    '一、单项选择题（每题只有1个正确答案）\n1、示例表由( )名人员填写。 A.1 B.2 C.3 D.5\n答案：B',
    ['single 示例表由( )名人员填写。 | 1 / 2 / 3 / 5 | B'],
  ],
  [
    'next question glued to the last option',
    '一、单选题\n1、例会由( )主持。\nA.甲 B.乙\nC.丙 D.丁 2、记录由( )保管。 A.甲室 B.乙室 C.丙室\n参考答案\n1.A 2.C',
    ['single 例会由( )主持。 | 甲 / 乙 / 丙 / 丁 | A', 'single 记录由( )保管。 | 甲室 / 乙室 / 丙室 | C'],
  ],
  [
    'missing dots and spaces',
    '1、给予( )的，应当登记。\nA 书面提醒 . B.口头提醒C. 通报 D. 示范\n答案:D',
    ['single 给予( )的，应当登记。 | 书面提醒 / 口头提醒 / 通报 / 示范 | D'],
  ],
  [
    'tag in lenticular brackets',
    '第一部分单选题(2题)\n1、示例宗旨是()?\nA.甲\nB.乙\n【答案】:A\n解析:正确答案为A，见示例。\n2、示例原则是()\nA.甲\nB.乙\n【答案】:B',
    ['single 示例宗旨是()? | 甲 / 乙 | A', 'single 示例原则是() | 甲 / 乙 | B'],
  ],
  [
    'type beside the number',
    '1.（单选）示例由（ ）决定。\nA. 甲\nB. 乙\n答案：B\n2、(多选) 示例包括（ ）。\nA. 甲\nB. 乙\nC. 丙\n答案：A、C\n3) （判断）示例应有记录。\n答案：×',
    ['single 示例由（ ）决定。 | 甲 / 乙 | B', 'multiple 示例包括（ ）。 | 甲 / 乙 / 丙 | AC', 'judge 示例应有记录。 | 错'],
  ],
  [
    'answer in the brackets of the stem',
    '1.示例内容有（ ABC ）。\nA 甲项    B 乙项\nC 丙项    D 丁项',
    ['multiple 示例内容有（  ）。 | 甲项 / 乙项 / 丙项 / 丁项 | ABC'],
  ],
  ['answer between lines', '1.示例是__B__的一种。\nA.甲\nB.乙', ['single 示例是____的一种。 | 甲 / 乙 | B']],
  ['worded number', '第701题 示例由谁批准\nA.甲\nB.乙\n参考答案:B\n解析:见示例', ['single 示例由谁批准 | 甲 / 乙 | B']],
  [
    'judgement at the end of the statement',
    '示例设备应当接地（对）\n工作前应开展示例检查。（√）\n3、示例可以省略。（×）',
    ['judge 示例设备应当接地 | 对', 'judge 工作前应开展示例检查。 | 对', 'judge 示例可以省略。 | 错'],
  ],
  [
    'judgement before the number',
    '（√）1、示例应当登记。\n（×）2、示例可以代签。',
    ['judge 示例应当登记。 | 对', 'judge 示例可以代签。 | 错'],
  ],
  ['judgement as two options', '1.示例应当公开。（ ）\nA.√\nB.×\nAnswer:B', ['judge 示例应当公开。（ ） | 错']],
  [
    'blanks',
    '四、填空题\n1．示例纪律有____、____、____。\n答案：甲纪律；乙纪律；丙纪律\n2. 示例由____（答案顺序不限）和____组成。\n答案：甲 乙',
    ['blank 示例纪律有____、____、____。 | 甲纪律；乙纪律；丙纪律', 'blank 示例由____和____组成。 | 甲；乙'],
  ],
  [
    'answers inside the brackets of a blank',
    '一、填空题\n1、示例把（甲能）转换为（乙能）。',
    ['blank 示例把（　　）转换为（　　）。 | 甲能；乙能'],
  ],
  [
    'short answers hold numbered lists',
    '五、简答题\n1、示例工作有哪些要求？\n答：1. 准备材料；\n2. 通知人员；\n3. 做好记录。\n2、什么是示例？\n答：示例就是例子。',
    ['short 示例工作有哪些要求？ | 1. 准备材料；\n2. 通知人员；\n3. 做好记录。', 'short 什么是示例？ | 示例就是例子。'],
  ],
  [
    'everything on one line in small letters',
    '示例测试题(含答案)一、选择题1、示例的标志是(b)。a、甲事b、乙事c、丙事2、示例会议在(c)召开。a、甲地、乙地b、丙地c、丁地3、示例由(a)提出。a:甲b:乙c;丙',
    [
      'single 示例的标志是(  )。 | 甲事 / 乙事 / 丙事 | B',
      'single 示例会议在(  )召开。 | 甲地、乙地 / 丙地 / 丁地 | C',
      'single 示例由(  )提出。 | 甲 / 乙 / 丙 | A',
    ],
  ],
  [
    'a line above the question names its basis',
    '一、单选题\n《示例规程》第3.2条\n1.示例以( )为界。\nA.1000B.380\nC.250D.220 答案:A\n《示例规程》第3.21条\n2.示例用于( )。\nA.甲 B.乙\n答案:B',
    ['single 示例以( )为界。 | 1000 / 380 / 250 / 220 | A', 'single 示例用于( )。 | 甲 / 乙 | B'],
  ],
  [
    'fields and dividers',
    '[单选]1.示例属于( )。\nA.甲\nB.乙\n答案:B\n分数:10\n解析: \n知识点: 示例点\n能力水平:1\n@@@\n[判断]2.示例成立\n答案:N\n@@@',
    ['single 示例属于( )。 | 甲 / 乙 | B', 'judge 示例成立 | 错'],
  ],
  [
    'no numbers, but letters',
    '示例由谁主持\nA.甲\nB.乙\n答案：A\n示例由谁记录\nA.甲\nB.乙\n答案：B',
    ['single 示例由谁主持 | 甲 / 乙 | A', 'single 示例由谁记录 | 甲 / 乙 | B'],
  ],
  ['no letters, but an answer', '1.示例由（ ）主持\n甲室\n乙室\n丙室\n答案：C', ['single 示例由（ ）主持 | 甲室 / 乙室 / 丙室 | C']],
  ['dashes', '一、单选题\n1.示例由（ ）主持\n- 甲室\n- 乙室\n答案：B', ['single 示例由（ ）主持 | 甲室 / 乙室 | B']],
  ['circled options', '1.示例由（ ）主持\n①甲室 ②乙室 ③丙室\n答案：①③', ['multiple 示例由（ ）主持 | 甲室 / 乙室 / 丙室 | AC']],
  ['bracketed letters', '1.示例由（B）主持。\n(A) 甲室；(B) 乙室；\n(C) 丙室', ['single 示例由（  ）主持。 | 甲室 / 乙室 / 丙室 | B']],
  [
    'T numbers and an arrow',
    'U1\nT1.U1[单选]示例的认识是 A.甲\nB.乙 C.丙->C\nT2.U1[单选]示例的要求是\nA.甲\nB.乙\n->A',
    ['single 示例的认识是 | 甲 / 乙 / 丙 | C', 'single 示例的要求是 | 甲 / 乙 | A'],
  ],
  ['full-width signs', '１．示例由（Ｂ）主持。\nＡ．甲　Ｂ．乙', ['single 示例由（  ）主持。 | 甲 / 乙 | B']],
  ['ticked option', '1.示例由谁主持\nA.甲室\nB.乙室（√）\nC.丙室', ['single 示例由谁主持 | 甲室 / 乙室 / 丙室 | B']],
  [
    'sections and explanations on one line',
    '示例题库及答案解析一、单选题(每题1分,共2题)1.示例机关是()。A.甲室B.乙室答案:B解析:根据示例第二条。2.放在首位的是()。A.甲建设B.乙建设答案:A解析:见示例。二、判断题(每题1分)1.示例应当公开。()答案:正确解析:见示例。2.示例可以省略。()答案:错误',
    [
      'single 示例机关是()。 | 甲室 / 乙室 | B',
      'single 放在首位的是()。 | 甲建设 / 乙建设 | A',
      'judge 示例应当公开。() | 对',
      'judge 示例可以省略。() | 错',
    ],
  ],
  [
    'filled brackets on one line',
    '一、填空题1、示例把(甲能)转换为(乙能)。2、示例由(丙)组成。二、选择题1、示例较大的是(A)。A、甲B、乙2、示例用于实现(B )。A、丙 B、丁',
    [
      'blank 示例把（　　）转换为（　　）。 | 甲能；乙能',
      'blank 示例由（　　）组成。 | 丙',
      'single 示例较大的是(  )。 | 甲 / 乙 | A',
      'single 示例用于实现(  )。 | 丙 / 丁 | B',
    ],
  ],
  [
    'answers of blanks on the line below and behind the sentence',
    '一、填空题\n1.示例按类别分为____、____和____。\n甲类、乙类和丙类\n2.示例高于____应停止。\n40℃\n3.示例有____、____。（甲、乙）\n4.示例原则是【丙】。',
    [
      'blank 示例按类别分为____、____和____。 | 甲类；乙类；丙类',
      'blank 示例高于____应停止。 | 40℃',
      'blank 示例有____、____。 | 甲；乙',
      'blank 示例原则是（　　）。 | 丙',
    ],
  ],
  [
    'short answers without a label',
    '（三）简答\n1. 示例的口号是什么？\n认真举例。\n2. 示例的义务有哪些？\n答案要点：（1）甲；\n（2）乙。',
    ['short 示例的口号是什么？ | 认真举例。', 'short 示例的义务有哪些？ | （1）甲；\n（2）乙。'],
  ],
  [
    'what a learning platform shows of an attempt',
    '1. (单选题) 示例由谁主持？\nA. 甲\nB. 乙\n我的答案: A:甲; 正确答案: B:乙;\n3. 【填空题】示例有（）和（）。\n正确答案：\n第一空：甲\n第二空：乙\n4【判断题】示例成立。（）\nA、√\nB、×\n正确答案： √\n5. 单选题 示例由谁记录\nA. 甲    B. 乙\n正确答案为：A\n得分：1.0',
    [
      'single 示例由谁主持？ | 甲 / 乙 | B',
      'blank 示例有（）和（）。 | 甲；乙',
      'judge 示例成立。（） | 对',
      'single 示例由谁记录 | 甲 / 乙 | A',
    ],
  ],
  [
    'letters behind the stem',
    '1．下列属于示例的是（  ）。(ABD)\nA 甲；B 乙；C 丙；D 丁',
    ['multiple 下列属于示例的是（  ）。 | 甲 / 乙 / 丙 / 丁 | ABD'],
  ],
  ['an answer with its number', '一、判断题\n1. 示例成立。（ ）\n参考答案：\n1.×', ['judge 示例成立。（ ） | 错']],
];

test.each(layouts)('%s', (_, text, wanted) => {
  const reading = readText(text);
  expect({ shown: shown(reading), refused: refused(reading) }).toEqual({ shown: wanted, refused: [] });
});

test('fields of a question are kept', () => {
  const reading = readText(
    '党章部分\n1.[单选]示例由谁主持？（2分）\nA.甲\nB.乙\n答案：B（甲是干扰项）\n依据：《示例办法》第三条\n难度：难\n知识点：示例点\n章节：示例章',
  );
  expect(reading.questions).toMatchObject([
    {
      row: 2,
      lastRow: 9,
      score: 2,
      question: {
        stem: '示例由谁主持？',
        explanation: '甲是干扰项',
        basis: '《示例办法》第三条',
        difficulty: 'hard',
        topic: '示例点',
        section: '示例章',
      },
    },
  ]);
});

test('chapters give the section, and the topic where the caller names a section', () => {
  const text = '第一章 总则\n1.示例应当公开。（√）\n第二章 附则\n1.示例可以省略。（×）';
  expect(readText(text).questions.map(({ question }) => question.section)).toEqual(['总则', '附则']);
});
