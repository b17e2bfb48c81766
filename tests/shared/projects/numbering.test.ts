import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextNumber, sameNumber } from '@shared/projects/numbering.ts';
import { usualProjectRules } from '@shared/projects/rules.ts';
import { project } from './fixture.ts';

const facts = { year: 2026, unit: '示例局' };

describe('a number by the rule', () => {
  it('takes year, unit and the first free running number', () => {
    expect(nextNumber(usualProjectRules.numberPattern, facts, [])).toBe('SJ2026-示例局-01');
    expect(nextNumber('{n:3}/{year}', facts, ['001/2026', ' 003/2026 ', '002/2025'])).toBe('002/2026');
    expect(nextNumber('{unit}{n}', { year: 2026, unit: '{n}$&' }, [])).toBe('{n}$&1');
  });

  it('ends for a pattern without a running number', () => {
    expect(nextNumber('SJ{year}', facts, ['SJ2026'])).toBe('SJ2026');
  });

  it('is never one that is taken', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), (numbers) => {
        const taken = numbers.map((n) => `P-${n}`);
        expect(taken).not.toContain(nextNumber('P-{n}', facts, taken));
      }),
    );
  });

  it('tells who else has it', () => {
    const other = { ...project, id: 'p2', number: ' 2026-017 ' };
    expect(sameNumber(project, [project, other, { ...other, id: 'p3', number: '' }])).toEqual([other]);
    expect(sameNumber({ ...project, number: ' ' }, [{ ...project, id: 'p2', number: '' }])).toEqual([]);
  });
});
