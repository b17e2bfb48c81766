import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { usage } from '../command.ts';

/**
 * A passphrase for a command: from the first of these variables that is set, or typed at the terminal. Never an argument,
 * which other users could read in the list of processes. Wrong usage where there is neither.
 */
export async function passphraseFrom(variables: readonly [string, ...string[]], question: string, line: string): Promise<string> {
  for (const name of variables) if (process.env[name]) return process.env[name];
  const typed = await typedPassphrase(question);
  return typed || usage(line, `没有口令：请设置环境变量 ${variables[0]} Set ${variables[0]}`);
}

/** What a person types, without showing it; null where nobody sits at a terminal. */
export async function typedPassphrase(question: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  process.stderr.write(`${question}：`);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await asking.question('');
  } finally {
    asking.close();
    process.stderr.write('\n');
  }
}
