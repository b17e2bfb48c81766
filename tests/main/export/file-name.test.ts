import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distinctFileNames, safeFileName } from '../../../main/export/file-name.ts';

test.each([
  ['示例县供电局成绩汇总表-2026-09-05', '示例县供电局成绩汇总表-2026-09-05'],
  ['a\\b/c:d*e?f"g<h>i|j', 'abcdefghij'],
  ['../../etc/passwd', 'etcpasswd'],
  ['表\u0000\u001F\u007F\u202Exslx', '表xslx'],
  ['  表 . . ', '表'],
  ['...', '未命名'],
  ['', '未命名'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['LPT¹', '_LPT¹'],
  ['console', 'console'],
])('%j becomes %j', (title, name) => {
  expect(safeFileName(title)).toBe(name);
});

test('any title becomes a name that every file system takes, and is then safe already', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const name = safeFileName(title);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]|^[\s.]|[\s.]$/u);
      expect([...name].length).toBeLessThanOrEqual(80);
      expect(Buffer.byteLength(`${name}.xlsx.tmp`)).toBeLessThanOrEqual(255);
      expect(name).not.toBe('');
      expect(safeFileName(name)).toBe(name);
    }),
  );
});

test('names differ also where the file system ignores case, however long they are', () => {
  expect(distinctFileNames(['表A', '表a', '表A', '表A(2)'])).toEqual(['表A', '表a(2)', '表A(3)', '表A(2)(2)']);
  const long = distinctFileNames(Array.from({ length: 12 }, () => '长'.repeat(100)));
  expect(new Set(long).size).toBe(12);
  expect(Math.max(...long.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(240);
});
