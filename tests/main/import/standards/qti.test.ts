import { expect, test } from 'vitest';
import { readQti, readQtiZip } from '../../../../main/import/standards/qti/read-qti.ts';
import { zipOf } from '../../../support/zip.ts';
import { options, problemsOf, questionsOf, refusalOf, whole } from './support.ts';

const item = (declaration: string, body: string, more = '') =>
  `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="Q1" title="标题">\n${declaration}<itemBody>${body}</itemBody>${more}\n</assessmentItem>`;
const declare = (cardinality: string, ...values: string[]) =>
  `<responseDeclaration identifier="R" cardinality="${cardinality}" baseType="identifier"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse></responseDeclaration>`;
const choice = (texts: Readonly<Record<string, string>>, prompt = '<prompt>选一个</prompt>') =>
  `<choiceInteraction responseIdentifier="R" maxChoices="1">${prompt}${Object.entries(texts)
    .map(([identifier, text]) => `<simpleChoice identifier="${identifier}">${text}</simpleChoice>`)
    .join('')}</choiceInteraction>`;

test('a choice, with what is said after the answer as its explanation', () => {
  const more = '<modalFeedback outcomeIdentifier="F" identifier="x" showHide="show">解析</modalFeedback>';
  const text = item(
    declare('single', 'B'),
    `<p>下列<strong>不</strong>对的是</p>${choice({ A: '甲<feedbackInline>错</feedbackInline>', B: '<p>乙</p>' })}`,
    more,
  );
  expect(questionsOf(readQti(text, options))).toEqual([
    {
      id: 'Q1',
      section: '',
      topic: '',
      explanation: '解析\n错',
      basis: '',
      difficulty: 'medium',
      type: 'single',
      stem: '下列**不**对的是\n选一个',
      options: ['甲', '乙'],
      answer: [1],
      shuffle: true,
    },
  ]);
});

test('several answers in any order, and sides of a judgement', () => {
  expect(questionsOf(readQti(item(declare('multiple', 'C', 'A'), choice({ A: '甲', B: '乙', C: '丙' })), options))).toMatchObject([
    { type: 'multiple', answer: [0, 2] },
  ]);
  expect(questionsOf(readQti(item(declare('single', 'N'), choice({ Y: 'True', N: 'False' })), options))).toMatchObject([
    { type: 'judge', answer: false },
  ]);
});

test('text entries are blanks; what earns as much as the answer is an alternative', () => {
  const declarations = ['A', 'B'].map(
    (identifier) =>
      `<responseDeclaration identifier="${identifier}" cardinality="single" baseType="string"><correctResponse><value>${identifier}1</value></correctResponse>
<mapping defaultValue="0"><mapEntry mapKey="${identifier}1" mappedValue="1"/><mapEntry mapKey="${identifier}2" mappedValue="1"/><mapEntry mapKey="半" mappedValue="0.5"/></mapping></responseDeclaration>`,
  );
  const body = '<p>在<textEntryInteraction responseIdentifier="A"/>和<textEntryInteraction responseIdentifier="B"/>之间</p>';
  const reading = readQti(item(declarations.join(''), body), options);
  expect(questionsOf(reading)).toMatchObject([
    {
      type: 'blank',
      stem: '在____和____之间',
      answer: [
        ['A1', 'A2'],
        ['B1', 'B2'],
      ],
    },
  ]);
  expect(problemsOf(reading)).toEqual(['1 warning answer-not-understood']);
});

test('QTI 3 has other names for the same', () => {
  const text = `<qti-assessment-item identifier="Q3" title=""><qti-response-declaration identifier="R" cardinality="single" base-type="identifier">
<qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><qti-choice-interaction response-identifier="R" shuffle="false">
<qti-prompt>选</qti-prompt><qti-simple-choice identifier="A">甲</qti-simple-choice><qti-simple-choice identifier="B">乙</qti-simple-choice></qti-choice-interaction></qti-item-body></qti-assessment-item>`;
  expect(questionsOf(readQti(text, options))).toMatchObject([{ id: 'Q3', stem: '选', options: ['甲', '乙'], answer: [0], shuffle: false }]);
});

test('a written answer is marked by a rubric', () => {
  const body =
    '<p>简述</p><extendedTextInteraction responseIdentifier="R"/><rubricBlock view="scorer"><p>一点</p><p>二点</p></rubricBlock>';
  expect(questionsOf(readQti(item('', body), options))).toMatchObject([{ type: 'short', stem: '简述', answer: '一点\n二点' }]);
});

test('several choices in one item are the parts of a case', () => {
  const declared = ['R1', 'R2'].map((identifier, place) => declare('single', 'AB'[place] ?? '').replace('"R"', `"${identifier}"`)).join('');
  const body = (prompts: readonly string[]) =>
    `<p>一段示例材料。</p>${['R1', 'R2'].map((identifier, place) => choice({ A: '甲', B: '乙' }, prompts[place]).replace('"R"', `"${identifier}"`)).join('<p>再问</p>')}`;
  const [question] = questionsOf(readQti(item(declared, body(['<prompt>先问</prompt>', ''])), options));
  expect(question).toMatchObject({
    type: 'case',
    stem: '一段示例材料。',
    parts: [
      { id: 'Q1/1', type: 'single', stem: '先问', options: ['甲', '乙'], answer: [0] },
      { id: 'Q1/2', type: 'single', stem: '再问', answer: [1] },
    ],
    weights: [1, 1],
  });
  const lost = readQti(item(declared, `<p>材料</p>${body(['', '']).replace('<p>再问</p>', '')}`), options);
  expect(problemsOf(lost)).toEqual(['1 error type-unsupported']);
});

test('a video beside a choice is left out, and said', () => {
  const body = `<p>看完再选</p><mediaInteraction responseIdentifier="V"><object data="a.mp4"/></mediaInteraction>${choice({ A: '甲', B: '乙' })}`;
  const reading = readQti(item(declare('single', 'A'), body), options);
  expect(questionsOf(reading)).toMatchObject([{ type: 'single', answer: [0] }]);
  expect(problemsOf(reading)).toEqual(['1 warning media-left-out']);
});

test('what our types cannot carry is refused by its name', () => {
  const messageOf = (text: string) => whole(readQti(text, options)).problems.map(({ message }) => message);
  expect(messageOf(item('', '<orderInteraction responseIdentifier="R"><prompt>排</prompt></orderInteraction>'))).toEqual([
    '不支持 QTI 的排序题，请改成选择、判断、填空或简答题。',
  ]);
  expect(messageOf(item(declare('single', 'X'), choice({ A: '甲', B: '乙' })))).toEqual(['正确答案指向不存在的选项。']);
  expect(messageOf(item('', choice({ A: '甲', B: '乙' })))).toEqual(['没有标出正确选项。']);
  expect(messageOf(item('', '<p>只有文字</p>'))).toEqual(['这一项没有作答的地方（没有 interaction），不是试题。']);
});

test('QTI 1.2 and declarations refuse the file', () => {
  expect(refusalOf(readQti('<questestinterop><item/></questestinterop>', options))).toMatch(/^format-unknown .*1\.2/);
  expect(refusalOf(readQti(`<!DOCTYPE x [<!ENTITY a "b">]>${item('', '&a;')}`, options))).toMatch(/^file-unreadable .*DOCTYPE/);
});

const manifest = (...addresses: string[]) =>
  `<manifest><resources>${addresses.map((address) => `<resource type="imsqti_item_xmlv2p1" href="${address}"/>`).join('')}<resource type="imsqti_test_xmlv2p1" href="test.xml"/></resources></manifest>`;

test('a package is read in the order of its manifest; what is missing or wrong is one item', async () => {
  const bytes = zipOf({
    'imsmanifest.xml': manifest('items/b%20b.xml', 'items/a.xml', 'items/none.xml', 'items/bad.xml'),
    'items/a.xml': item(declare('single', 'A'), choice({ A: '甲', B: '乙' }, '<prompt>一</prompt>')),
    'items/b b.xml': item(declare('single', 'A'), choice({ A: '甲', B: '乙' }, '<prompt>二</prompt>')).replace('Q1', 'Q2'),
    'items/bad.xml': '<!DOCTYPE x><assessmentItem/>',
    'test.xml': '<assessmentTest/>',
  });
  const reading = whole(await readQtiZip(bytes, options));
  expect(questionsOf(reading).map(({ stem }) => stem)).toEqual(['二', '一']);
  expect(problemsOf(reading)).toEqual(['3 error not-well-formed', '4 error not-well-formed']);
  expect(reading.accounted).toEqual({ source: 4, questions: 2, headings: 0, refused: 2, ignored: 0 });
});

test('a damaged package is refused with a sentence', async () => {
  const bytes = zipOf({ 'imsmanifest.xml': manifest('a.xml') });
  expect(refusalOf(await readQtiZip(bytes.subarray(0, bytes.length - 30), options))).toMatch(/^file-unreadable 压缩包不能打开/);
});
