// Runs the check, the tests in Node and jsdom, then the tests in the real Electron, and closes with one line of totals.
// `npm test -- unit` or `npm test -- electron` runs one of the parts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const root = path.resolve(import.meta.dirname, '..');
const out = path.join(root, 'out/test');
const none: Totals = { passed: 0, failed: 0, skipped: 0 };

function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
    shell: process.platform === 'win32',
  });
  return result.status === 0;
}

/** A part that ended without a report counts as one failure, so that nothing passes by not running. */
function totalsOf(passed: boolean, read: () => Totals): Totals {
  try {
    const totals = read();
    return !passed && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
  } catch (error) {
    console.error(error);
    return { ...none, failed: 1 };
  }
}

function unit(): Totals {
  const report = path.join(out, 'vitest.json');
  const passed = run('vitest', [
    'run',
    '-c',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return totalsOf(passed, () => {
    const json = JSON.parse(readFileSync(report, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
    return { passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests };
  });
}

function electron(): Totals {
  const report = path.join(out, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const passed = run('playwright', ['test', '-c', 'build/playwright.config.ts', '--reporter=list,json'], env);
  return totalsOf(passed, () => {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
}

mkdirSync(out, { recursive: true });
const started = performance.now();
const [part] = process.argv.slice(2);
if (part === undefined && !run(process.execPath, ['build/check.ts'])) process.exit(1);
const parts = [...(part === 'electron' ? [] : [unit()]), ...(part === 'unit' ? [] : [electron()])];
const total = parts.reduce((sum, one) => ({
  passed: sum.passed + one.passed,
  failed: sum.failed + one.failed,
  skipped: sum.skipped + one.skipped,
}));
console.log(`\nTests took ${Math.round((performance.now() - started) / 1000)} s.`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
