import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/main/cli.js');

export interface CliRun {
  readonly status: number | null;
  readonly json: unknown;
  readonly messages: string;
}

/** Runs the built command line to its end. */
export function sanxun(...args: readonly string[]): CliRun {
  const result = spawnSync(process.execPath, [cli, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 500_000_000 });
  const json: unknown = result.stdout.trim() === '' ? null : JSON.parse(result.stdout);
  return { status: result.status, json, messages: result.stderr };
}

export interface Served {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves a repository on the loopback address until stopped. */
export async function serve(repository: string, port: number): Promise<Served> {
  const child = spawn(process.execPath, [cli, 'serve', '--repo', repository, '--port', String(port), '--minutes', '20'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(url);
  const stop = async (): Promise<void> => {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    await gone;
  };
  return { url, stop };
}

async function answers(url: string): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      const response = await fetch(`${url}/metadata/timestamp.json`);
      if (response.ok) return;
    } catch (error) {
      if (Date.now() > until) throw new Error(`${url} does not answer`, { cause: error });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
