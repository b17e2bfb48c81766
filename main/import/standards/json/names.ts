import { looksLikeHtml, plainOf, tidy } from '../plain-text.ts';
import type { JsonNode, JsonObject } from './parse.ts';

/** Keys met in practice, folded as in foldKey; of two keys for one field the earlier name wins. */
const names = {
  stem: `题干 题干内容 试题题干 试题内容 试题正文 题目正文 题目内容 题目 试题 问题 stem question questiontext questioncontent questionstem questiontitle questionname
    questiondesc questionbody quest q tigan timu topicname topiccontent`,
  looseStem: '标题 内容 材料 subject title content text body name prompt description topic',
  options: `选项 试题选项 题目选项 备选项 备选答案 options option optionlist questionoptions optionvos optionitems choices choice choicelist selections selects
    select items itemlist opts candidates answerlist answeroptions xuanxiang questionitems`,
  answer: `正确答案 标准答案 参考答案 正确选项 试题答案 题目答案 答案 answer ans correctanswer correctanswers rightanswer rightanswers rightans correctoption
    correctoptions correctindex answerindex correctoptionindex correctanswerindex rightoption answerkey trueanswer standardanswer
    referenceanswer answertext answercontent answers correct right key solution result daan accept`,
  type: '题型 试题类型 题目类型 题型名称 类型 type questiontype qtype typename questiontypename qtypename kind tixing',
  explanation: `解析 试题解析 答案解析 题目解析 详解 答案说明 explanation analysis explain answeranalysis answerexplanation answerdesc
    questionanalysis analyze analyse analyzing parse parsing resolve rationale jiexi feedback generalfeedback`,
  basis: '依据 题目依据 试题依据 法规依据 出处 来源 basis source reference provenance',
  section: '板块 所属板块 section',
  chapter: '章节 所属章节 科目 学科 分类 模块 chapter chaptername category categoryname course coursename module subjectname',
  topic: '知识点 知识点名称 考点 标签 knowledge knowledgepoint knowledgepoints knowledgename tags tag labels',
  difficulty: '难度 题目难度 试题难度 难易度 难易程度 difficulty difficultylevel level diff',
  score: '分值 分数 score points point mark marks',
  shuffle: '选项可乱序 允许选项随机 shuffle shuffleoptions',
  id: '题目编码 试题编码 题目标识 试题编号 题目编号 题目id 试题id questionid questioncode qid uuid guid',
  looseId: 'id 编号 code',
  blankOrder: '填空顺序',
  parts: '小题 子题 子试题 children childs childlist subquestions subquestionlist subs sublist smallquestions questions questionlist',
} as const;

/** What a key can hold: the fields of a row and a few of JSON's own. */
export type JsonField = keyof typeof names;

const keys: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(names).map(([field, list]) => [field, list.split(/\s+/)]));

const foldKey = (key: string): string =>
  key
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.*:]|\(.*?\)/g, '');

/** _comment and its likes speak to whoever writes the file. */
export const isNote = (key: string): boolean => /^_(?!_?id$)/.test(key);

/** The entries of an object by folded key; those of a question within it (`{"question": {…}, "answer": …}`) as if they were its own. */
export function foldedEntries(node: JsonObject): ReadonlyMap<string, JsonNode> {
  const folded = new Map<string, JsonNode>();
  for (const [key, value] of node.entries) {
    if (isNote(key)) continue;
    const name = foldKey(key);
    if (value.kind === 'object' && /^(?:question|题目|试题|questioninfo|content)$/.test(name)) {
      for (const [inner, nested] of foldedEntries(value)) if (!folded.has(inner)) folded.set(inner, nested);
    } else folded.set(name, value);
  }
  return folded;
}

/** The node that holds a field: the best name that is there and not empty. */
export function fieldIn(entries: ReadonlyMap<string, JsonNode>, field: string): JsonNode | null {
  for (const name of keys.get(field) ?? []) {
    const node = entries.get(name);
    if (node && !isEmpty(node)) return node;
  }
  return null;
}

const isEmpty = (node: JsonNode): boolean =>
  node.kind === 'scalar' ? node.value === null || node.value === '' : node.kind === 'array' && node.items.length === 0;

/** A scalar, or a list of them, as one plain text; '' for anything else. HTML becomes text. */
export function textOf(node: JsonNode | null | undefined, emphasis: 'kept' | 'dropped' = 'dropped'): string {
  if (!node) return '';
  if (node.kind === 'array')
    return node.items
      .map((item) => textOf(item))
      .filter((text) => text !== '')
      .join('、');
  if (node.kind === 'object' || node.value === null) return '';
  const text = String(node.value);
  return looksLikeHtml(text) ? plainOf(text, emphasis).text : tidy(text);
}
