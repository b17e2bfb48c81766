/** What a column of a question workbook can hold. */
export type Field =
  | 'stem'
  | 'type'
  | 'options'
  | 'answer'
  | 'explanation'
  | 'basis'
  | 'section'
  | 'chapter'
  | 'topic'
  | 'difficulty'
  | 'score'
  | 'shuffle'
  | 'id'
  | 'parent'
  | 'blankOrder';

/** Column numbers (0-based) by what they hold. */
export interface Columns {
  /** The best column for a field first; fields without a column are missing. */
  readonly named: ReadonlyMap<Field, readonly number[]>;
  /** Option columns: place 0 is A. */
  readonly options: readonly PlacedColumn[];
  /** Answer parts: the answers of blank 1, 2, …, or a letter each. */
  readonly answers: readonly PlacedColumn[];
  /** Columns that say whether option 1, 2, … is right. */
  readonly flags: readonly PlacedColumn[];
}

export interface PlacedColumn {
  readonly place: number;
  readonly column: number;
}

/** Headings met in practice, folded as in foldHeading; of two columns for one field the earlier name wins. */
const headings = new Map<Field, readonly string[]>([
  ['stem', ['题干', '题干内容', '试题题干', '试题内容', '题目内容', '题目', '试题', '问题', '考题', 'question', 'stem', '标题']],
  ['type', ['题型', '试题类型', '题目类型', '考题类型', '题型名称', '类型', 'type']],
  ['options', ['选项', '选项内容', '备选答案', '备选项', '候选项', '可选项', '试题选项', 'options']],
  ['answer', ['正确答案', '标准答案', '参考答案', '正确选项', '试题答案', '题目答案', '答案', 'answer']],
  ['explanation', ['解析', '试题解析', '答案解析', '题目解析', '详解', '判断题解析', '答案说明', 'explanation']],
  ['basis', ['依据', '题目依据', '试题依据', '命题依据', '法规依据', '参考依据', '出处', '来源']],
  ['section', ['板块', '所属板块', 'section']],
  ['chapter', ['章节', '所属章节', '一级纲要', '模块', '科目', '学科', '专业', '课程', '所属范围']],
  [
    'topic',
    [
      '知识点',
      '知识点名称',
      '考核点',
      '考点',
      '知识点六级',
      '知识点五级',
      '知识点四级',
      '知识点三级',
      '知识点二级',
      '知识点一级',
      '二级纲要',
      '题目分类',
      '标签',
      'topic',
    ],
  ],
  ['difficulty', ['难度', '题目难度', '试题难度', '难易度', '难易程度', '难度等级', 'difficulty']],
  ['score', ['分值', '分数', '试题分数', '题目分数', '子题分值', 'score']],
  ['shuffle', ['选项可乱序', '允许选项随机', '选项乱序', '是否乱序']],
  ['id', ['题目编码', '试题编码', '题目标识', '试题guid', '试题编号', '题目编号', '题目id', '试题id', '编码', 'id']],
  ['parent', ['父题标识', '父题编码']],
  ['blankOrder', ['填空顺序']],
]);

const place = '([a-l]|\\d{1,2}|[一二三四五六七八九十])';
const optionHeading = new RegExp(`^(?:选项|选择项|备选项|候选项|备选答案|option)${place}$|^([a-l])(?:选项|项)?$`);
const answerHeading = new RegExp(`^(?:正确|标准|参考)?答案${place}$`);
const flagHeading = new RegExp(`^(?:iscorrect|是否正确|是否答案)${place}$`);

/** The columns that a header row names, or null where the row is no header: it has to name the stem and how it is answered. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const titles = cells.map(foldHeading);
  const named = new Map<Field, readonly number[]>();
  for (const [field, names] of headings) {
    const columns = findAll(titles, names);
    if (columns.length > 0) named.set(field, columns);
  }
  const options = placed(titles, optionHeading);
  const parts = placed(titles, answerHeading);
  const flags = placed(titles, flagHeading);
  const answered =
    [options, parts, flags].some((columns) => columns.length > 0) || named.has('answer') || named.has('options') || named.has('type');
  if (!named.has('stem') || !answered) return null;
  // A single 正确答案H is the answer column of a form, not the answer of the eighth blank.
  const alone = parts.length === 1 && !named.has('answer');
  if (alone) named.set('answer', [parts[0]?.column ?? 0]);
  return { named, options, answers: alone ? [] : parts, flags };
}

/** 题干⏎（必填） → 题干. */
function foldHeading(title: string): string {
  const plain = title.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return plain.replace(/\(.*?\)/g, '').replace(/[:*★、.]/g, '');
}

function findAll(titles: readonly string[], names: readonly string[]): number[] {
  return names.flatMap((name) => titles.flatMap((title, column) => (title === name ? [column] : [])));
}

function placed(titles: readonly string[], heading: RegExp): PlacedColumn[] {
  return titles.flatMap((title, column) => {
    const found = heading.exec(title);
    const sign = found?.[1] ?? found?.[2];
    return sign === undefined ? [] : [{ place: placeOfSign(sign), column }];
  });
}

function placeOfSign(sign: string): number {
  const chinese = '一二三四五六七八九十'.indexOf(sign);
  if (chinese >= 0) return chinese;
  return /\d/.test(sign) ? Number(sign) - 1 : sign.charCodeAt(0) - 'a'.charCodeAt(0);
}
