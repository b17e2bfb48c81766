import type { Line } from './line.ts';

const pageNumber =
  /^[\s·.]*(?:第\s*\d{1,4}\s*页(?:\s*[,/]?\s*共\s*\d{1,4}\s*页)?|[-—－–]\s*\d{1,4}\s*[-—－–]|Page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4})[\s·.]*$/i;
const contents = /^.{2,60}?(?:\.{4,}|…{2,}|·{4,}|\t)\s*\d{1,4}\s*$/;
const notices = /下载文档前|仅部分预览|如文档侵犯|版权说明|还剩\d+页|继续免费阅读|文档由用户(?:提供|上传)|(?:^|[^\w])VIP文档/;
const formRow =
  /^(?:(?:题\s?号|得\s?分|评卷人|阅卷人|总\s?分|单\s?位|支\s?部|姓\s?名|部\s?门|岗\s?位|班\s?级|学\s?号|工\s?号|考\s?号|职\s?务|分\s?数|成\s?绩|日\s?期|[一二三四五六七八九十]{1,2}|[_:\s|—-])\s*){2,}$/;
const formCell = /^(?:得\s?分|评\s?[卷分阅]\s?人|阅\s?卷\s?人|复\s?[核查]\s?人)$/;
const titled = /题库|试题|试卷|题集|复习|测试|考试|竞赛|练习|目录|前言|文件|规程/;
const asks = /\(\s*\)|_{2,}|[?]$|\(\s*[√×对错]\s*\)/;

/** Page numbers, lines of a table of contents, notices of document sites, the head of a paper to fill in: clearly no question. */
export const isNoise = ({ plain }: Line): boolean => {
  if (plain.length > 400) return false;
  const text = plain.trim();
  return pageNumber.test(text) || contents.test(text) || notices.test(text) || formRow.test(text) || formCell.test(text);
};

/** A line that looks like the title of a document. */
export const isTitle = ({ plain }: Line): boolean => {
  const text = plain.trim();
  return text.length <= 60 && titled.test(text) && !asks.test(text) && !/[。;]$/.test(text);
};

/** Titles that return on every page: the second and later ones are running heads. */
export function runningHeads(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) if (isTitle(line)) counts.set(line.plain.trim(), (counts.get(line.plain.trim()) ?? 0) + 1);
  return new Set([...counts].filter(([text, count]) => count >= 3 && !/^[A-L]\s?[.、:)]|^\d+\s?[.、)]/.test(text)).map(([text]) => text));
}
