import { expect, test } from 'vitest';
import { decodeText } from '../../../main/import/encoding.ts';

test('plain ASCII, and nothing at all, are UTF-8', () => {
  expect(decodeText(Buffer.from('a,b'))).toEqual({ text: 'a,b', encoding: 'utf-8' });
  expect(decodeText(Buffer.alloc(0))).toEqual({ text: '', encoding: 'utf-8' });
});

test('a spoilt byte in UTF-8 does not make the rare characters of a wrong reading likelier', () => {
  const bytes = Buffer.concat([Buffer.from('你好你好你好'), Buffer.from([0xff])]); // in GB18030: 浣犲ソ浣犲ソ浣犲ソ
  expect(decodeText(bytes)).toEqual({ text: '你好你好你好\ufffd', encoding: 'utf-8' });
});

test('rare characters of GB18030 with four bytes', () => {
  const bytes = Buffer.concat([Buffer.from('b5b3d5c2', 'hex'), Buffer.from('8139ef30', 'hex'), Buffer.from('d1a7cfb0', 'hex')]);
  expect(decodeText(bytes)).toEqual({ text: '党章㐁学习', encoding: 'gb18030' });
});
