import type { FileRefusal } from '@shared/bank/imported.ts';
import type { PlanFile } from '@shared/model/plan-file.ts';
import { mostNodes } from '@shared/model/project.ts';
import { readPlanGrids } from '@shared/projects/exchange/table/read-grids.ts';
import { openContent } from '../import/content.ts';
import { workbookKind } from '../import/workbook/kind.ts';
import { readWorkbook } from '../import/workbook/workbook.ts';
import { limits } from '../limits.ts';
import { readMspdi } from './mspdi/read-mspdi.ts';
import { xmlText } from './mspdi/xml/xml-encoding.ts';

/** What a reader process makes of the bytes of a plan: a workbook, a csv file or a Microsoft Project XML file, by its content. */
export async function readPlanFile(bytes: Buffer, name: string): Promise<PlanFile | FileRefusal> {
  const read = await readAnyPlan(bytes, name);
  if ('code' in read) return read;
  if (read.rows.length > mostNodes) return tooManyRows(read.rows.length);
  return read.rows.some(({ cells }) => Object.values(cells).some((text) => text.length > limits.planCell)) ? tooLong : read;
}

async function readAnyPlan(bytes: Buffer, name: string): Promise<PlanFile | FileRefusal> {
  const xml = xmlText(bytes);
  if (xml !== null && isMspdi(xml)) return bytes.length > limits.projectXml ? tooLarge : readMspdi(name, xml);
  if (isMpp(bytes)) return mpp;
  if (workbookKind(bytes) !== null) {
    const grids = await readWorkbook(bytes, { wholeDates: true, longest: limits.planCell });
    return 'code' in grids ? grids : readPlanGrids(name, grids);
  }
  const content = await openContent(bytes, name, null);
  if ('refusal' in content) return content.refusal.code === 'format-unknown' ? noTable : content.refusal;
  return content.body.kind === 'grids' ? readPlanGrids(name, content.body.grids) : noTable;
}

const isMspdi = (xml: string): boolean => /<(?:\w+:)?Project\b[^>]{0,2000}schemas\.microsoft\.com\/project/.test(xml.slice(0, 5_000));

/** The native format of Microsoft Project is a compound file with a stream of this name (in UTF-16). */
const isMpp = (bytes: Buffer): boolean =>
  bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1' && /P\0r\0o\0p\0s\0(?:9|1\0[0-9])\0/.test(bytes.toString('latin1', 0, 200_000));

const mpp: FileRefusal = {
  code: 'format-unknown',
  message: '这是 Microsoft Project 的 .mpp 文件；请在 Microsoft Project 中另存为“XML 格式”后再导入。',
};
const tooLarge: FileRefusal = { code: 'file-too-large', message: `Project XML 文件超过 ${limits.projectXml / 1e6} MB。` };
const tooManyRows = (count: number): FileRefusal => ({
  code: 'too-many-rows',
  message: `文件里有 ${count} 个节点，一张计划表最多 ${mostNodes} 个；请拆成几个文件后再导入。`,
});
const tooLong: FileRefusal = {
  code: 'file-too-demanding',
  message: `有一格的内容超过 ${limits.planCell / 10_000} 万字；请用办公软件打开，删减后再导入。`,
};
const noTable: FileRefusal = {
  code: 'format-unknown',
  message: '这不是计划表；能导入的有 Excel/WPS 表格（xlsx、xls、et、ods）、csv 和 Microsoft Project XML。',
};
