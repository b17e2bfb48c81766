import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crc32c } from '../../../main/journal/crc32c.ts';
import { inspectLog } from '../../../main/journal/leveldb-log.ts';
import { slowCrc32c, writeLog } from '../../support/leveldb-writer.ts';

/** Lengths of data around those that matter: nothing, a few bytes, just under and over a block, several blocks. */
const size = fc.oneof(fc.nat(200), fc.integer({ min: 32_740, max: 32_790 }), fc.constant(70_000));
const sizes = fc.array(size, { minLength: 1, maxLength: 5 });

const logOf = (lengths: readonly number[]) =>
  writeLog(lengths.map((length, fill) => new Uint8Array(length).map((_, index) => index * 31 + fill)));

describe('crc32c', () => {
  test('known values', () => {
    expect(crc32c(Buffer.from('123456789'), 0, 9)).toBe(0xe3069283);
    expect(crc32c(new Uint8Array(32), 0, 32)).toBe(0x8a9136aa);
  });

  test('equals the definition on any part of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.nat(8), (bytes, start) => {
        const from = Math.min(start, bytes.length);
        expect(crc32c(bytes, from, bytes.length)).toBe(slowCrc32c(bytes.subarray(from)));
      }),
    );
  });
});

describe('a log', () => {
  test('is whole when every record is complete', () => {
    fc.assert(
      fc.property(sizes, (lengths) => {
        const { bytes } = logOf(lengths);
        expect(inspectLog(bytes)).toEqual({ state: 'whole', end: bytes.length });
      }),
    );
    expect(inspectLog(Buffer.alloc(0))).toEqual({ state: 'whole', end: 0 });
  });

  test.each([6, 7, 8])('is whole when %i bytes of a block were left for the next record', (left) => {
    const { bytes } = logOf([32_768 - 7 - left, 70_000, 5]);
    expect(inspectLog(bytes)).toEqual({ state: 'whole', end: bytes.length });
  });

  test('cut anywhere is good up to the last record that was complete', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fc.constantFrom(0, 3, 7, 5_000), (lengths, seed, zeros) => {
        const { bytes, ends } = logOf(lengths);
        const length = seed % (bytes.length + 1);
        const end = ends.findLast((offset) => offset <= length) ?? 0;
        const cut = Buffer.concat([bytes.subarray(0, length), Buffer.alloc(end === length ? zeros : 0)]);
        expect(inspectLog(cut)).toEqual({ state: end === cut.length ? 'whole' : 'torn', end });
      }),
      { numRuns: 200 },
    );
  });

  test('with any bit flipped before its last record is damaged, never taken for torn', () => {
    fc.assert(
      fc.property(sizes, size, fc.nat(), fc.nat(7), (lengths, last, seed, bit) => {
        const { bytes, ends } = logOf([...lengths, last]);
        const offset = seed % ends.at(-2)!;
        bytes[offset] = bytes[offset]! ^ (1 << bit);
        const { state, end } = inspectLog(bytes);
        const isFilling = state === 'whole'; // the zeros that fill a block belong to no record
        expect(isFilling ? bytes[offset] === 1 << bit : state === 'damaged').toBe(true);
        if (!isFilling) expect(end).toBe(ends.findLast((each) => each <= offset) ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  test('with something appended behind a torn tail is damaged', () => {
    const { bytes, ends } = writeLog([Buffer.from('one'), Buffer.from('two')]);
    const header = bytes.subarray(ends[0], ends[0]! + 7);
    const appended = Buffer.concat([bytes.subarray(0, ends[0]), header, bytes.subarray(ends[0])]);
    expect(inspectLog(appended)).toEqual({ state: 'damaged', end: ends[0] });
  });

  test('with parts that do not fit together is damaged', () => {
    const [long, short] = [new Uint8Array(40_000), Buffer.from('short')];
    const { bytes: parted } = writeLog([long]);
    const { bytes: plain } = writeLog([short]);
    expect(inspectLog(Buffer.concat([parted.subarray(0, 32_768), plain])).state).toBe('damaged');
    expect(inspectLog(parted.subarray(32_768)).state).toBe('damaged');
  });
});
