import { expect, test } from 'vitest';
import type { Form } from '@shared/model/form.ts';
import { formDocx } from '../../../../main/export/forms/form-docx.ts';
import { formHtml } from '../../../../main/export/forms/form-html.ts';
import { partOf } from '../../../support/zip-part.ts';

const nonce = 'bm9uY2U=';
const form: Form = {
  title: '书记项目示例表',
  head: ['年度：2026年'],
  columns: [1, 2, 1],
  rows: [
    { cells: ['节点', '原计划', '日期'].map((text) => ({ text, kind: 'label', span: 1 })), height: 0 },
    {
      cells: [
        { text: '勘查<1>', kind: 'value', span: 1 },
        { text: '第一行\n第二行', kind: 'value', span: 2 },
      ],
      height: 20,
    },
    {
      cells: [
        { text: '意见', kind: 'label', span: 1 },
        { text: '同意。\n签字：　　年　月　日', kind: 'signature', span: 2 },
      ],
      height: 40,
    },
  ],
  foot: ['支部审核：'],
  orientation: 'landscape',
  fileName: '示例表',
};
const body = async (changes: Partial<Form> = {}) => partOf(Buffer.from(await formDocx({ ...form, ...changes })), 'word/document.xml');
const textOf = (markup: string) =>
  markup
    .replace(/<head>.*<\/head>/s, '')
    .replaceAll(/<[^>]*>|\s/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

test('the Word file and the page say the same, all of it and in the same order', async () => {
  const said = '书记项目示例表年度：2026年节点原计划日期勘查<1>第一行第二行意见同意。签字：年月日支部审核：';
  expect(textOf(await body())).toBe(said);
  expect(textOf(formHtml(form, { nonce }))).toBe(said);
});

test('the head of a list stands on every page; a form that begins with a field has none', async () => {
  expect((await body()).match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(formHtml(form, { nonce })).toContain('<thead><tr class="h0"><th colspan="1">节点</th>');
  const rows = form.rows.slice(1);
  expect(await body({ rows })).not.toContain('<w:tblHeader/>');
  expect(formHtml({ ...form, rows }, { nonce })).not.toContain('<thead>');
});

const long = (count: number): Form['rows'][number] => ({ cells: [{ text: '行\n'.repeat(count), kind: 'value', span: 4 }], height: 0 });

test('a row does not part unless it is taller than half a page; a row to sign never does, and its last line stands at the right', async () => {
  const lines = (await body({ columns: [1, 1, 1, 1], rows: [...form.rows, long(5), long(40)] })).split('<w:tr>').slice(1);
  expect(lines.map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, true, true, false]);
  expect(lines[2]).toMatch(/<w:jc w:val="right"\/>.*签字/s);
});

const sign = (text: string): Form['rows'][number] => ({ cells: [{ text, kind: 'signature', span: 4 }], height: 30 });
const label = (text: string): Form['rows'][number] => ({ cells: [{ text, kind: 'label', span: 4 }], height: 0 });

test('places to sign stand together, a line of labels with the row below it, and the foot with the last row', async () => {
  const rows = [...form.rows.slice(0, 2), label('评分'), long(1), sign('预审'), sign('再审'), sign('会审')];
  const page = formHtml({ ...form, rows }, { nonce });
  const groups = [...page.matchAll(/<tbody class="whole">(.*?)<\/tbody>/gs)].map(([, group]) => textOf(group ?? ''));
  expect(groups).toEqual(['勘查<1>第一行第二行', '评分行', '预审再审会审支部审核：']);
  const lines = (await body({ rows })).split('<w:tr>').slice(1);
  expect(lines.map((row) => row.split('</w:tbl>')[0]?.includes('<w:keepNext/>'))).toEqual([false, false, true, false, true, true, true]);
  const withoutFoot = (await body({ rows, foot: [] })).split('<w:tr>');
  expect(withoutFoot.at(-1)).not.toContain('<w:keepNext/>');
});

test('opinions longer than a page may part', () => {
  const page = formHtml({ ...form, rows: [sign('很长的意见\n'.repeat(60)), sign('再审')] }, { nonce });
  expect(page).not.toContain('class="whole"');
});

test('columns keep their widths, Chinese fonts are named, and the sheet lies or stands', async () => {
  const lying = await body();
  const widths = [...lying.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(Math.abs((widths[1] ?? 0) - 2 * (widths[0] ?? 0))).toBeLessThanOrEqual(2);
  expect(lying).toContain('<w:tblLayout w:type="fixed"/>');
  expect(lying).toContain('w:eastAsia="方正小标宋简体"');
  expect(lying).toContain('<w:pgSz w:w="16837" w:h="11905" w:orient="landscape"/>');
  expect(await body({ orientation: 'portrait' })).toContain('<w:pgSz w:w="11905" w:h="16837" w:orient="portrait"/>');
  expect(formHtml(form, { nonce })).toContain('@page { size: A4 landscape;');
});

test('a page is styled by its one style element alone', () => {
  const page = formHtml(form, { nonce });
  expect(page).not.toMatch(/ style=|<script/);
  expect(page).toContain(`style-src 'nonce-${nonce}'`);
  expect(() => formHtml(form, { nonce: "x'" })).toThrow('base64');
});
