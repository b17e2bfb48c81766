import { expect, test } from 'vitest';
import { writeCalendar } from '../../../main/projects/icalendar.ts';
import { planNode } from '../../shared/projects/fixture.ts';
import { planDocument } from './support.ts';

const long = '逐户核对台区负荷，登记低电压用户；汇总后报配电部。'.repeat(8);

const nodes = [
  planNode({ id: 'a', duty: long, plannedStart: '2026-03-02', plannedFinish: '2026-03-13' }),
  planNode({ id: 'b', order: 2, title: '方案, 编制; 报批', plannedStart: '', plannedFinish: '2026-04-10', progress: 100, owner: '' }),
  planNode({ id: 'c', order: 3, title: '没有日期', plannedStart: '', plannedFinish: '' }),
];

/** The lines of a file, unfolded (RFC 5545, 3.1). */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

/** Values of a property in the order of the file, unescaped (3.3.11). */
const valuesOf = (text: string, property: string): string[] =>
  linesOf(text)
    .filter((line) => line.startsWith(`${property}:`) || line.startsWith(`${property};`))
    .map((line) =>
      line
        .slice(line.indexOf(':') + 1)
        .replaceAll('\\n', '\n')
        .replaceAll(/\\([\\;,])/g, '$1'),
    );

const now = Date.UTC(2026, 8, 5, 9);
const bytes = await writeCalendar(planDocument(nodes), now);
const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);

test('whole days under a uid that stays; a node without dates is left out', () => {
  expect(valuesOf(text, 'UID')).toEqual(['a@sanxun', 'b@sanxun']);
  expect(valuesOf(text, 'SUMMARY')).toEqual(['现场勘查', '✓ 方案, 编制; 报批']);
  expect(linesOf(text).filter((line) => /^DT(?:START|END)/.test(line))).toEqual([
    'DTSTART;VALUE=DATE:20260302',
    'DTEND;VALUE=DATE:20260314',
    'DTSTART;VALUE=DATE:20260410',
    'DTEND;VALUE=DATE:20260411',
  ]);
  expect(valuesOf(text, 'DESCRIPTION')[0]).toContain(long);
});

test('an alarm rings at nine in the morning of the day before a node is due, where it is not done', () => {
  expect(linesOf(text).filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER;RELATED=END:-P1DT15H']);
});

test('a later export has a higher sequence', async () => {
  const later = new TextDecoder().decode(await writeCalendar(planDocument(nodes), now + 60_000));
  const [before, after] = [valuesOf(text, 'SEQUENCE'), valuesOf(later, 'SEQUENCE')].map((list) => list.map(Number));
  expect(after).toEqual(before?.map((sequence) => sequence + 1));
});

test('no line is longer than 75 octets, and none tears a character apart', () => {
  const lines = text.split('\r\n');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(text.includes('\uFFFD')).toBe(false);
  expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
});

test('no text adds lines of its own', async () => {
  const evil = '甲\r\nEND:VCALENDAR\nBEGIN:VEVENT\rSUMMARY:乙';
  const texts = { id: evil, title: evil, owner: evil, duty: evil, phase: evil };
  const plan = planDocument([planNode({ ...texts, plannedFinish: '2026-04-10' })]);
  const written = await writeCalendar({ ...plan, project: { ...plan.project, title: evil } }, now);
  const names = linesOf(new TextDecoder().decode(written)).map((line) => line.split(/[:;]/)[0]);
  const plain = linesOf(
    new TextDecoder().decode(await writeCalendar(planDocument([planNode({ phase: '甲', plannedFinish: '2026-04-10' })]), now)),
  );
  expect(names).toEqual(plain.map((line) => line.split(/[:;]/)[0]));
});
