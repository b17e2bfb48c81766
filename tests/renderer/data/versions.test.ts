import { describe, expect, it } from 'vitest';
import { databaseVersions } from '../../../renderer/data/versions.ts';
import shipped from './schema.json' with { type: 'json' };

describe('the layout of the database', () => {
  it('is the one that was shipped: a shipped version is never edited, a new one is a new line in schema.json', () => {
    expect(databaseVersions).toEqual(shipped);
  });

  it('has every version once, in order', () => {
    const numbers = databaseVersions.map(({ version }) => version);
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
  });
});
