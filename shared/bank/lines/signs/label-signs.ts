/** What a label announces. `remark` is what follows an answer without a label; `other` has no place in a question (能力水平); `stem` begins one. */
export type LabelField =
  | 'answer'
  | 'explanation'
  | 'remark'
  | 'basis'
  | 'difficulty'
  | 'score'
  | 'topic'
  | 'chapter'
  | 'section'
  | 'type'
  | 'order'
  | 'stem'
  | 'other'
  | 'divider';

export interface LabelSign {
  readonly kind: 'label';
  readonly at: number;
  readonly end: number;
  readonly field: LabelField;
  readonly first: boolean;
}

const names: readonly (readonly [LabelField, string])[] = [
  ['explanation', '答案解析|试题解析|题目解析|参考解析|答案说明|解析|详解|解释|点评|分析|说明|备注'],
  [
    'answer',
    '(?:参考)?答案要点|(?:答题|评分|参考)?要点|(?:正确|参考|标准|试题|本题|题目)答案|答案|正确选项|Answer|Ans|ANSWER|answer|Key|解答|证明|解|答',
  ],
  ['basis', '(?:命题|题目|试题|法规|出题|政策|参考)?依据(?:条款)?|出处|来源|条款'],
  ['difficulty', '难度系数|难易程度|难易度|难度等级|试题难度|难度'],
  ['score', '(?:题目|试题|本题)?分[数值]'],
  ['topic', '所属知识点|知识点|考查点|考核点|考点|知识要点'],
  ['chapter', '所属章节|章节'],
  ['section', '所属板块|板块'],
  ['type', '试题类型|题目类型|题型'],
  ['order', '填空顺序|答案顺序'],
  ['stem', '题目内容|试题内容|题目|题干|Question'],
  [
    'other',
    '选项|我的答案|你的答案|您的答案|学生答案|考生答案|我的作答|得分|能力水平|认知水平|能力层次|出题人|命题人|审核人|出题单位|评分标准|选项个数|试题编号|题目编号|编号',
  ],
];
const every = names.map(([, own]) => own).join('|');
const wholeNames = names.map(([field, own]) => [field, new RegExp(`^(?:${own})$`)] as const);
const fieldOf = (name: string): LabelField => wholeNames.find(([, own]) => own.test(name))?.[0] ?? 'other';

/** At the beginning of a line a colon or brackets show a label; 答案 needs neither where letters or a judgement follow. */
const atStart = new RegExp(
  `^\\s{0,200}(?:[*•·●◆]\\s{0,5})?(?:[([【]\\s?(${every})\\s?[)\\]】]\\s{0,5}[:是为]?|[([【]?\\s?(${every})\\s{0,5}(?:是|为)?\\s?:|[([]?((?:正确|参考|标准)?答案)\\s{0,10}(?:[:是为]|(?=[([]?[A-H√×✓✗对错正TF])))\\s{0,20}`,
);
const inside =
  /(?:[[【]\s?((?:正确|参考|标准|试题)?答案|Answer|答案解析|试题解析|解析|详解|依据|命题依据|出处|难度|难易度|知识点|考点|分值|章节|板块|题型)\s?[\]】]\s?:?|(?:\(\s?)?((?:我的|你的|您的|学生|考生)答案|(?<![的生])(?:正确|参考|标准|试题|本题)?答案(?:解析|要点)?(?=\s{0,5}[:为]\s{0,5}\S)|(?<=[?。.;)\s])(?:正确|参考|标准|试题|本题)?答案(?=\s{0,5}:)|Answer|(?<=[\s。.;)】A-La-l√×✓✗对错确误])(?:解析|试题解析|答案解析|详解)|(?<=[\s。.;)])(?:难度|难易度|知识点|考点|依据|分值|分数|试题解析|章节))\s{0,5}[:为]\s{0,5}|(?<=[?。\s)])(答):|(答):(?=\s{0,3}(?:[A-H]{1,8}(?![A-Za-z])|[√×对错]))|(?<=\s)(答案)\s{1,10}(?=[A-H]{1,8}(?:\s|$)))\s{0,20}/g;
const arrow = /(?:(?<!-)-{1,5}>|→|⇒)\s{0,5}(?=[([]?\s?(?:[A-H]{1,8}|√|×|对|错|正确|错误)\s?[)\]]?\s*$)/g;
const bracketedDifficulty = /\(\s?(难度(?:系数|等级)?)\s?:?\s?(?=[^\s()]{1,6}\s?\))/g;
const divider = /^\s*(?:@{2,}|[-=_*~—－]{5,}|\${3,}|#{3,})\s*$/;

/** Most lines have not one character of a label. */
const anySign = new RegExp(`[${every.replace(/[^\u4e00-\u9fff]/g, '')}>→⇒]|[A-Za-z]{3}|[-@=_*~—－$#]{2}`);

/** The labels of a line, in order. */
export function labelSigns(line: string): LabelSign[] {
  if (!anySign.test(line)) return [];
  const found: LabelSign[] = [];
  if (divider.test(line)) return [{ kind: 'label', at: 0, end: line.length, field: 'divider', first: true }];
  const start = atStart.exec(line.slice(0, 400));
  if (start)
    found.push({ kind: 'label', at: 0, end: start[0].length, field: fieldOf(start[1] ?? start[2] ?? start[3] ?? ''), first: true });
  for (const pattern of [inside, arrow, bracketedDifficulty])
    for (const match of line.matchAll(pattern))
      found.push({
        kind: 'label',
        at: match.index,
        end: match.index + match[0].length,
        field: pattern === arrow ? 'answer' : fieldOf(match.slice(1).find((name) => name !== undefined) ?? ''),
        first: match.index === 0,
      });
  const sorted = found.toSorted((one, other) => one.at - other.at);
  let end = -1;
  return sorted.filter((sign) => {
    const free = sign.at >= end;
    if (free) ({ end } = sign);
    return free;
  });
}
