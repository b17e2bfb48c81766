import { open, readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { bundleEnding } from '../../bundles/envelope.ts';
import { receivingKeyIn, unsealReceivingKey } from '../../examining/key-copy.ts';
import { usage, type CliResult } from '../command.ts';
import { passphraseFrom } from '../publish/passphrase.ts';
import { answersInside, answersOutside } from './answers.ts';
import { bundleInside, bundleOutside } from './bundle.ts';

const line = `sanxun bundle inspect FILE [--key FILE] --json
  FILE         上报包或考试答卷 a bundle, or sealed answers
  --key FILE   收卷密钥：备份的 .age 文件（口令 SANXUN_PASSPHRASE）或 age 密钥文本 the receiving key, sealed or as age writes it`;

/** Verifies a bundle or an answer file and shows what it holds; without a key only what anybody can see. Nothing is written. */
export async function bundleInspect(args: readonly string[]): Promise<CliResult> {
  const { values, positionals } = parseArgs({ args: [...args], options: { key: { type: 'string' } }, allowPositionals: true });
  const [file = usage(line, '没有给出文件。'), ...more] = positionals;
  if (more.length > 0) usage(line, `多余的参数：${more.join(' ')}`);
  const isBundle = await beginsAsBundle(file);
  if (values.key === undefined) return isBundle ? bundleOutside(file) : answersOutside(file);
  const identity = await identityIn(values.key);
  return isBundle ? bundleInside(file, identity) : answersInside(file, identity);
}

async function beginsAsBundle(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bundleEnding.length), 0, bundleEnding.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === bundleEnding;
  } finally {
    await handle.close();
  }
}

/** A copy from the safe, or a text that holds an age identity. */
async function identityIn(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  const isSealed = text.startsWith('-----BEGIN AGE ENCRYPTED FILE-----');
  const key = isSealed
    ? await unsealReceivingKey(text, await passphraseFrom(['SANXUN_PASSPHRASE'], '收卷密钥的口令 Passphrase of the receiving key', line))
    : await receivingKeyIn(text);
  return key?.identity ?? usage(line, `${file} 不是收卷密钥，或口令不正确`);
}
