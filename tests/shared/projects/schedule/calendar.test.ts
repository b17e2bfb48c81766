import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HolidayYear, Policy } from '@shared/model/policy.ts';
import { policySchema } from '@shared/model/schemas/content.ts';
import { dayNumber, dayOfNumber } from '@shared/projects/days.ts';
import { usualProjectRules } from '@shared/projects/rules.ts';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { anyCalendar, anyDayNear, isWorkedByHand, nextDay } from './fixture.ts';

const starter: Policy = policySchema.parse(
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../../../build/starter/policy.json'), 'utf8')),
);
const published = starter.holidays ?? [];
const calendar = legalCalendar(published);

describe('the tables that ship with the program', () => {
  it('have the workdays of the notices: 251, 248 and 248', () => {
    const workdays = [2024, 2025, 2026].map((year) => calendar.workdaysBetween(`${year}-01-01`, `${year}-12-31`));
    expect(workdays).toEqual([251, 248, 248]);
  });

  it.each(published)('of $year name only days of that year, workdays that are weekends, and their notice', ({ year, off, work, basis }) => {
    expect([...off, ...work].filter((day) => !day.startsWith(`${year}-`))).toEqual([]);
    expect(work.filter((day) => legalCalendar([]).isWorkday(day))).toEqual([]);
    expect(off.filter((day) => work.includes(day))).toEqual([]);
    expect(basis).toMatch(/^国办发明电〔\d{4}〕\d+号$/);
  });

  it('know the National Day of 2026 with the days that are worked for it', () => {
    const days = ['2026-09-20', '2026-09-25', '2026-09-30', '2026-10-01', '2026-10-07', '2026-10-08', '2026-10-10', '2026-10-11'];
    expect(days.map(calendar.isWorkday)).toEqual([true, false, true, false, false, true, true, false]);
    expect(calendar.addWorkdays('2026-09-30', 1)).toBe('2026-10-08');
    expect(calendar.addWorkdays('2026-10-08', -1)).toBe('2026-09-30');
    expect(calendar.nextWorkday('2026-10-01')).toBe('2026-10-08');
    expect(calendar.workdaysBetween('2026-09-28', '2026-10-11')).toBe(6);
    expect(calendar.workdaysLater('2026-09-30', '2026-10-08')).toBe(1);
  });

  it('do not know 2027, of which there is no notice yet', () => {
    expect([2023, 2024, 2026, 2027].map(calendar.knows)).toEqual([false, true, true, false]);
    expect(calendar.isWorkday('2027-10-01')).toBe(true);
  });

  it('come with the rules that hold where a bureau says nothing', () => {
    expect(starter.projects).toEqual(usualProjectRules);
  });
});

describe('any calendar', () => {
  it('says of each day what its tables say', () => {
    fc.assert(
      fc.property(anyCalendar, anyDayNear, (years, day) => {
        expect(legalCalendar(years).isWorkday(day)).toBe(isWorkedByHand(years, day));
      }),
    );
  });

  it('counts as one who counts day by day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDayNear, fc.integer({ min: 0, max: 500 }), (years, from, length) => {
        const to = dayOfNumber(dayNumber(from) + length);
        let counted = 0;
        for (let day = from; day <= to; day = nextDay(day)) counted += isWorkedByHand(years, day) ? 1 : 0;
        const { workdaysBetween, workdaysLater } = legalCalendar(years);
        expect(workdaysBetween(from, to)).toBe(counted);
        expect(workdaysLater(from, to)).toBe(counted - (isWorkedByHand(years, from) ? 1 : 0));
        expect(workdaysLater(to, from)).toBe(0 - workdaysLater(from, to) || 0);
        if (length > 0) expect(workdaysBetween(to, from)).toBe(0);
      }),
    );
  });

  it('goes on and back as one who walks day by day', () => {
    fc.assert(
      fc.property(anyCalendar, anyDayNear, fc.integer({ min: -60, max: 60 }), (years, from, count) => {
        let walked = from;
        for (let left = Math.abs(count); left > 0; left -= isWorkedByHand(years, walked) ? 1 : 0) {
          walked = dayOfNumber(dayNumber(walked) + Math.sign(count));
        }
        expect(legalCalendar(years).addWorkdays(from, count)).toBe(walked);
      }),
    );
  });

  it('takes Monday to Friday where it has no table, however far away', () => {
    const plain = legalCalendar([]);
    expect(plain.workdaysBetween('1900-01-01', '2999-12-31')).toBe(286_977);
    expect(plain.addWorkdays('1900-01-01', 286_976)).toBe('2999-12-31');
    expect(plain.knows(2026)).toBe(false);
  });

  it('takes a day that a notice names of the year before', () => {
    const years: HolidayYear[] = [{ year: 2028, off: ['2027-12-31'], work: [], basis: '' }];
    expect([legalCalendar(years).isWorkday('2027-12-31'), legalCalendar(years).knows(2027)]).toEqual([false, false]);
  });
});
