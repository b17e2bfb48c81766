import type { Finding } from '@shared/bank/imported.ts';
import type { ReadOptions } from '@shared/bank/reading.ts';
import { mediaFinding } from '../answers.ts';
import { judgedBy } from '../judged.ts';
import { error, outcomeOf, refusedAs, warning, type Outcome, type SketchBase } from '../outcome.ts';
import { childOf, childrenOf, descendantsOf, type XmlElement } from '../xml.ts';
import { contentOf, interactionsOf, stemOf } from './body.ts';
import { readSeveral } from './several.ts';
import { declarationsOf, rightIdentifiers, writtenAnswers, type Declaration } from './declarations.ts';

interface Item {
  readonly element: XmlElement;
  readonly sketch: SketchBase;
  readonly noticed: readonly Finding[];
  readonly declarations: ReadonlyMap<string, Declaration>;
  readonly interactions: readonly XmlElement[];
}

/**
 * Reads an assessment item of QTI 2.0 to 3.0 (1EdTech QTI ASI information model): one choice interaction, text entries
 * in a text, one extended text, or several choices and extended texts as a case. Everything else is refused by its name. Scoring is taken from the declared correct
 * response and mapping, not from the response processing.
 */
export function readItem(element: XmlElement, options: ReadOptions): Outcome {
  const body = childOf(element, 'itembody');
  const stem = body ? stemOf(body) : { text: '', media: false };
  const title = (element.attributes['title'] ?? '').trim();
  const sketch = { ...nothing, id: element.attributes['identifier'] ?? '', stem: stem.text || title, explanation: feedbackOf(element) };
  const interactions = body ? interactionsOf(body) : [];
  const item = { element, sketch, noticed: mediaFinding(stem.media), declarations: declarationsOf(element), interactions };
  if (!element.whole)
    return refusedAs(null, sketch, error('not-well-formed', '这道题的标签不完整：文件可能没有下载完，或标签没有配对。'), options);
  return readInteractions(item, options);
}

const nothing: SketchBase = { id: '', section: '', topic: '', stem: '', explanation: '', basis: '', difficulty: null, score: null };

function readInteractions(item: Item, options: ReadOptions): Outcome {
  const names = new Set(item.interactions.map(({ name }) => name));
  const [name = ''] = names;
  const refuse = (message: string): Outcome => refusedAs(null, item.sketch, error('type-unsupported', message), options);
  if (names.size === 0) return refuse('这一项没有作答的地方（没有 interaction），不是试题。');
  if (names.size > 1 || (item.interactions.length > 1 && name !== 'textentryinteraction'))
    return severalOf(item, options) ?? refuse('一项里有几处不同的作答，请拆成单独的试题。');
  switch (name) {
    case 'choiceinteraction':
      return choiceOf(item, options);
    case 'textentryinteraction':
      return blankOf(item, options);
    case 'extendedtextinteraction':
      return shortOf(item, options);
    default:
      return refuse(`不支持 QTI 的${interactionNames[name] ?? `“${name}”`}，请改成选择、判断、填空或简答题。`);
  }
}

function severalOf(item: Item, options: ReadOptions): Outcome | null {
  const body = childOf(item.element, 'itembody');
  const title = (item.element.attributes['title'] ?? '').trim();
  const readPart = (interaction: XmlElement, sketch: SketchBase): Outcome =>
    readInteractions({ ...item, sketch, noticed: [], interactions: [interaction] }, options);
  return body && readSeveral({ body, title, sketch: item.sketch, readPart }, options);
}

const interactionNames: Readonly<Record<string, string>> = {
  orderinteraction: '排序题',
  associateinteraction: '关联题',
  matchinteraction: '匹配（连线）题',
  gapmatchinteraction: '拖放填空题',
  inlinechoiceinteraction: '下拉选择题',
  hottextinteraction: '文中选词题',
  hotspotinteraction: '看图选点题',
  selectpointinteraction: '看图选点题',
  graphicorderinteraction: '看图排序题',
  graphicassociateinteraction: '看图关联题',
  graphicgapmatchinteraction: '看图拖放题',
  positionobjectinteraction: '看图摆放题',
  sliderinteraction: '滑块题',
  drawinginteraction: '作图题',
  uploadinteraction: '上传文件题',
  mediainteraction: '音视频题',
  custominteraction: '自定义题',
  portablecustominteraction: '自定义题',
};

const declarationFor = ({ declarations }: Item, interaction: XmlElement): Declaration =>
  declarations.get(interaction.attributes['responseidentifier'] ?? '') ?? { cardinality: 'single', correct: [], mapped: new Map() };

function choiceOf(item: Item, options: ReadOptions): Outcome {
  const [interaction] = item.interactions;
  if (!interaction) throw new Error('a choice item has its interaction');
  const declaration = declarationFor(item, interaction);
  const choices = childrenOf(interaction, 'simplechoice');
  const read = choices.map(contentOf);
  const wanted = rightIdentifiers(declaration);
  const places = wanted.map((identifier) => choices.findIndex(({ attributes }) => attributes['identifier'] === identifier));
  if (declaration.cardinality === 'ordered')
    return refusedAs(null, item.sketch, error('type-unsupported', '不支持按顺序作答的选择题。'), options);
  if (places.includes(-1)) return refusedAs(null, item.sketch, error('answer-beyond-options', '正确答案指向不存在的选项。'), options);
  const texts = read.map(({ text }) => text);
  const noticed = item.noticed.length > 0 ? item.noticed : mediaFinding(read.some(({ media }) => media));
  const type = declaration.cardinality === 'multiple' ? 'multiple' : 'single';
  const judged = type === 'single' && places.length === 1 ? judgedBy(texts) : null;
  if (judged) return outcomeOf({ ...item.sketch, type: 'judge', answer: places[0] === judged.right }, noticed, options);
  const right = places.toSorted((one, other) => one - other);
  return outcomeOf(
    { ...item.sketch, type, options: texts, right, shuffle: isFixed(interaction, choices) ? false : null },
    noticed,
    options,
  );
}

const isFixed = (interaction: XmlElement, choices: readonly XmlElement[]): boolean =>
  interaction.attributes['shuffle'] === 'false' || choices.some(({ attributes }) => attributes['fixed'] === 'true');

function blankOf(item: Item, options: ReadOptions): Outcome {
  const fields = item.interactions.map((interaction) => writtenAnswers(declarationFor(item, interaction)));
  const part = fields.flatMap((field) => field.part);
  const finding = part.length > 0 ? [warning('answer-not-understood', `只得部分分的答案“${part.join('”“')}”没有收入。`)] : [];
  const sketch = { ...item.sketch, type: 'blank', answer: fields.map(({ accepted }) => accepted), unordered: false } as const;
  return outcomeOf(sketch, [...item.noticed, ...finding], options);
}

/** The reference answer stands as the correct response, or in a rubric for those who mark. */
function shortOf(item: Item, options: ReadOptions): Outcome {
  const [interaction] = item.interactions;
  const declared = interaction ? declarationFor(item, interaction).correct : [];
  const rubrics = descendantsOf(item.element, 'rubricblock').filter(({ attributes }) => /scorer|tutor/.test(attributes['view'] ?? ''));
  const answer = (declared.length > 0 ? declared : rubrics.map((rubric) => contentOf(rubric).text)).join('\n');
  return outcomeOf({ ...item.sketch, type: 'short', answer }, item.noticed, options);
}

function feedbackOf(element: XmlElement): string {
  const found = ['modalfeedback', 'feedbackblock', 'feedbackinline'].flatMap((name) => descendantsOf(element, name));
  const texts = found.map((feedback) => contentOf(feedback).text).filter((text) => text !== '');
  return [...new Set(texts)].join('\n');
}
