import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanDocument } from '@shared/model/plan-file.ts';
import { barsHtml } from '@shared/projects/bars/print.ts';
import { barsWidth, columnWidths, pageMargins, printPages, printRows, sheetBorder } from '@shared/projects/bars/print-pages.ts';
import { planNode, project } from '../fixture.ts';

const nonce = 'bm9uY2U=';
const nodes = (count: number, title = '现场勘查') =>
  Array.from({ length: count }, (_, n) => planNode({ id: `n${n}`, order: n, title: `${title}${n}` }));
const plan = (changes: Partial<PlanDocument> = {}): PlanDocument => ({
  project,
  nodes: nodes(3),
  baseline: [],
  indicators: [],
  holidays: [{ day: '2026-05-01', work: false }],
  today: '2026-04-10',
  ...changes,
});

test('every page has the time line, only the first the title, only the last the line to sign', () => {
  const html = barsHtml(plan({ nodes: nodes(80) }), 'A4', { nonce });
  const pages = html.split('<section class="page">').slice(1);
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.every((page) => page.includes('<svg class="time"') && page.includes('2026年'))).toBe(true);
  expect(pages.map((page) => page.includes('<h1>'))).toEqual(pages.map((_page, n) => n === 0));
  expect(pages.map((page) => page.includes('项目书记签字'))).toEqual(pages.map((_page, n) => n + 1 === pages.length));
});

test('rows stand once each in the order of the table, whatever the order of the list and the size of the sheet', () => {
  const order = (html: string) => [...html.matchAll(/<div class="title"><span>现场勘查(\d+)/g)].map(([, number]) => Number(number));
  for (const size of ['A4', 'A3'] as const) {
    expect(order(barsHtml(plan({ nodes: nodes(60).toReversed() }), size, { nonce }))).toEqual(Array.from({ length: 60 }, (_, n) => n));
  }
});

test('states can be told without colours; what changed since the approval is said', () => {
  const html = barsHtml(
    plan({
      nodes: [
        planNode({ id: 'late', progress: 40 }),
        planNode({ id: 'done', order: 2, progress: 100 }),
        planNode({ id: 'point', order: 3, plannedStart: '2026-05-06', plannedFinish: '2026-05-06' }),
      ],
      baseline: [planNode({ id: 'late' }), planNode({ id: 'point', plannedStart: '2026-05-01', plannedFinish: '2026-05-01' })],
      approval: { revision: 2, approvedOn: '2026-02-27' },
    }),
    'A4',
    { nonce },
  );
  expect([...html.matchAll(/class="plan (\w+ \w+)"/g)].map(([, name]) => name)).toEqual([
    'overdue bar',
    'done bar',
    'notStarted milestone',
  ]);
  expect([...html.matchAll(/<text class="(?:behind|before)"[^>]*>([^<]+)/g)].map(([, text]) => text)).toEqual([
    '40% ⚠ 逾期 10 天',
    '✓ 已完成 批准后新增',
    '已调整',
  ]);
  expect(html).toContain('批准版本：第2次送审稿（2026-02-27批准）');
});

test('texts are escaped, there is no style attribute and no script, and a nonce must be one', () => {
  const html = barsHtml(plan({ nodes: [planNode({ title: '<b onclick="x">&' })] }), 'A4', { nonce });
  expect(html).toContain('&lt;b onclick=&quot;x&quot;&gt;&amp;');
  expect(html).not.toMatch(/ style=|<script/);
  expect(() => barsHtml(plan(), 'A4', { nonce: "'; script-src *" })).toThrow('base64');
});

test('an empty plan and one of a thousand years are still a page', () => {
  expect(barsHtml(plan({ nodes: [] }), 'A4', { nonce }).match(/<section/g)).toHaveLength(1);
  const long = barsHtml(plan({ nodes: [planNode({ plannedStart: '1900-01-01', plannedFinish: '2999-12-31' })] }), 'A3', { nonce });
  expect(long.match(/<section/g)).toHaveLength(1);
});

test('the time line has the scale of the bars below it, and the sheet ends before the margin', () => {
  for (const [size, paper] of [
    ['A4', 297],
    ['A3', 420],
  ] as const) {
    const page = barsHtml(plan(), size, { nonce });
    const drawn = [
      ...page.matchAll(/<svg class="(?:time|bars)" width="([\d.]+)mm" height="([\d.]+)mm" viewBox="0 [\d.]+ ([\d.]+) ([\d.]+)"/g),
    ];
    expect(drawn.map(([, width, height]) => [width, height])).toEqual(drawn.map(([, , , width, height]) => [width, height]));
    expect(drawn).toHaveLength(2);
    expect(page).not.toMatch(/\.time \{[^}]*border/);
    const columns = Object.values(columnWidths[size]).reduce((sum, width) => sum + width, 0);
    expect(columns + barsWidth(size) + 2 * sheetBorder).toBeLessThan(paper - 2 * pageMargins.side);
  }
});

test('rows are parted among pages without loss, and none is higher than its sheet', () => {
  const heights = { A4: 210 - 33 - 20, A3: 297 - 33 - 20 } as const;
  fc.assert(
    fc.property(fc.array(fc.nat(120), { maxLength: 120 }), fc.constantFrom('A4', 'A3'), (titles, size) => {
      const rows = printRows(
        titles.map((length, n) => planNode({ id: `n${n}`, title: '长'.repeat(length) })),
        size,
      );
      const pages = printPages(rows, size, 3);
      expect(pages.flat()).toEqual(rows);
      for (const page of pages) expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(heights[size]);
    }),
    { numRuns: 60 },
  );
});
