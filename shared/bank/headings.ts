/**
 * What a column of a question workbook can hold. `number` is how the sheet counts its rows · `material` the text that
 * several questions share · `parent`, `order` and `weight` join the parts of a case · `entry` and `exact` are written by
 * ourselves (shared/bank/template).
 */
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
  | 'number'
  | 'material'
  | 'parent'
  | 'order'
  | 'weight'
  | 'blankOrder'
  | 'entry'
  | 'exact';

/** Headings met in practice, folded as in columns.ts; of two columns for one field the earlier name wins. */
export const headings: ReadonlyMap<Field, readonly string[]> = new Map([
  [
    'stem',
    [
      '题干',
      '题干内容',
      '试题题干',
      '试题内容',
      '试题正文',
      '题目内容',
      '题目',
      '试题',
      '问题',
      '考题',
      '问题描述',
      'question',
      'questioncontent',
      'questiontext',
      'questionstem',
      'questiontitle',
      'stem',
      '标题',
    ],
  ],
  ['type', ['题型', '试题类型', '题目类型', '考题类型', '题型名称', '类型', 'type', 'questiontype', 'qtype']],
  ['options', ['选项', '选项内容', '备选答案', '备选项', '候选项', '可选项', '试题选项', 'options', 'option', 'optioncontent', 'choices']],
  [
    'answer',
    [
      '正确选项',
      'correctoption',
      '正确答案',
      '标准答案',
      '参考答案',
      '试题答案',
      '题目答案',
      '答案',
      'answer',
      'correctanswer',
      'rightanswer',
      'questionanswer',
      'answerkey',
    ],
  ],
  [
    'explanation',
    [
      '解析',
      '试题解析',
      '答案解析',
      '题目解析',
      '详解',
      '判断题解析',
      '答案说明',
      'explanation',
      'explain',
      'analysis',
      'questionexplain',
      'questionanalysis',
    ],
  ],
  ['basis', ['依据', '题目依据', '试题依据', '命题依据', '出题依据', '法规依据', '文件依据', '参考依据', '出处', '题目出处', '来源']],
  ['section', ['板块', '所属板块', 'section']],
  [
    'chapter',
    [
      '章节',
      '所属章节',
      '一级纲要',
      '模块',
      '科目',
      '考科',
      '学科',
      '专业',
      '课程',
      '所属范围',
      '所属题库',
      'chapter',
      'category',
      'subject',
    ],
  ],
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
  ['difficulty', ['难度', '题目难度', '试题难度', '难易度', '难易程度', '难度等级', 'difficulty', 'level']],
  ['score', ['分值', '分数', '试题分数', '题目分数', '试题分值', 'score']],
  ['shuffle', ['选项可乱序', '允许选项随机', '选项乱序', '是否乱序']],
  ['id', ['题目编码', '试题编码', '题目标识', '试题guid', '试题编号', '题目编号', '题目id', '试题id', '编码', 'id']],
  ['number', ['序号', '题号', '题序', '编号', 'no', 'number', 'index', 'xuhao']],
  ['material', ['材料', '材料内容', '背景材料', '案例', '案例材料', '案例内容', '案例背景', '公共题干', '共用题干', '题组材料']],
  ['parent', ['材料题编码', '父题标识', '父题编码', '父题id', '父题编号', '所属材料题']],
  ['order', ['子题顺序', '子题序号', '小题顺序', '小题序号']],
  ['weight', ['子题分值', '小题分值']],
  ['blankOrder', ['填空顺序', '答案顺序']],
  ['entry', ['三训条目']],
  ['exact', ['三训原文']],
]);

/** Titles that head anything; they name the stem where no better title does and an answer stands beside it. */
export const looseStems = ['content', 'text', 'title', '内容', '描述'] as const;
