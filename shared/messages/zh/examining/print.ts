import type { PaperSize, Printout } from '../../../ipc/exam.ts';

const sizes: Record<PaperSize, string> = { A4: 'A4 竖版，单栏', A3: 'A3 横版，两栏' };

const printouts: Record<Printout, string> = {
  candidate: '试卷（发给考生）',
  teacher: '教师卷（每题后有答案、解析、依据）',
  answers: '参考答案（单独一张）',
  sheet: '答题卡',
};

export const paperPrint = {
  title: '打印试卷',
  papers: (titles: string) => `将导出：${titles}`,
  separator: '、',
  titled: (title: string, variant: string) => `${title}（${variant}卷）`,
  size: '纸张',
  sizes,
  what: '打印什么',
  printouts,
  format: '文件格式',
  formats: { docx: 'Word 文件（可以再改）', pdf: 'PDF（直接打印，版面不变）' },
  leaving: '导出的文件里有试题；教师卷和参考答案里有答案，考前注意保密。',
  fontsMissing: (names: string) => `本机没有以下字体，PDF 已自动换用：${names}。Word 文件按原字体写，换到有这些字体的电脑上打开就是原样。`,
  fontInstead: (wanted: string, used: string) => `“${wanted}”用“${used}”代替`,
  fontLast: '系统自带的宋体类字体',
  start: '导出',
  files: (count: number) => `共 ${count} 个文件`,
  nothing: '请至少选一样要打印的，和一种文件格式。',
  folder: (title: string) => `${title}－打印`,
};
