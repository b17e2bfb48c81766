// Publishes the content that ships with the program, through the command line that was just built.
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const commandLine = path.join(here, '../../dist/main/cli.js');
const run = promisify(execFile);

/**
 * Makes the starter repository in a folder. Its keys live in a temporary folder and are deleted afterwards: nobody can
 * sign anything more for it, the program trusts it because it lies inside the program.
 */
export async function publishStarter(directory: string): Promise<void> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'sanxun-starter-'));
  try {
    for (const content of await contents()) await publish(directory, path.join(temporary, 'keys'), content);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** The words after `publish --repo … --keys …` of each package. */
async function contents(): Promise<readonly (readonly string[])[]> {
  const file = (name: string): string => path.join(here, name);
  const banks = (await readdir(file('bank'))).filter((name) => name.endsWith('.csv')).sort();
  return [
    ['--title', '示例题库（随程序附带）', '--bank', ...banks.map((name) => file(`bank/${name}`))],
    ['--kind', 'roster', '--title', '示例名册（随程序附带）', '--file', file('roster.json')],
    ['--kind', 'policy', '--title', '考试规则（随程序附带）', '--file', file('policy.json')],
    ['--kind', 'column', '--title', '示例讲台与专栏（随程序附带）', '--articles', file('articles.json'), '--rota', file('rota.json')],
  ];
}

async function publish(repository: string, keys: string, words: readonly string[]): Promise<void> {
  await run(process.execPath, [commandLine, 'publish', '--repo', repository, '--keys', keys, ...words]);
}
