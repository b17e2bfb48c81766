// Types, format, lint and dead code. Says what was checked; exits 1 at the first kind that fails.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const folders = ['main', 'renderer', 'shared', 'build', 'tests'];

const checks: readonly (readonly [name: string, command: string, args: readonly string[]])[] = [
  ...folders.map((room) => [`types of ${room}`, 'tsc', ['-p', room]] as const),
  ['format', 'oxfmt', ['--check', ...folders]],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', ...folders]],
  ['unused code', 'knip', ['--config', 'build/knip.json']],
];

for (const [name, command, args] of checks) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) {
    console.error(`${name}: failed\n${result.stdout}${result.stderr}`);
    process.exit(1);
  }
  console.log(`${name}: ok`);
}
