import { pinyin } from 'pinyin-pro';

/** The first letters of all readings of a character: `hk` for 会. Its tables are large, so that only the search worker loads them. */
export const readingsOf = (character: string): string =>
  /\p{Script=Han}/u.test(character)
    ? pinyin(character, { multiple: true, pattern: 'first', toneType: 'none', type: 'array' }).join('')
    : '';
