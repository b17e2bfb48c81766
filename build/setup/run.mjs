// Starting other programs: with the tools' own Node, and with a display where the machine has none.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');
const bin = path.join(root, 'node_modules/.bin');

/** The Node that the tools need (24), which npm installed beside them. */
export function toolsNode() {
  const name = process.platform === 'win32' ? 'node.cmd' : 'node';
  const installed = path.join(bin, name);
  return existsSync(installed) ? installed : process.execPath;
}

/** As root, Chromium refuses to start with its sandbox. */
export function electronArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Runs a program to its end, its output going where ours goes. Gives its exit code. */
export function run(command, args, extraEnv = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: environment(extraEnv) });
  const forward = (signal) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

export const runNode = (args, extraEnv) => run(toolsNode(), args, extraEnv);

/** Like run, inside a virtual display of 1366×768 where the machine shows none. */
export function runWithDisplay(command, args, extraEnv) {
  if (hasDisplay()) return run(command, args, extraEnv);
  return run('xvfb-run', ['-a', '-s', '-screen 0 1366x768x24', command, ...args], extraEnv);
}

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Runs a short command and gives its result; output is captured. */
export function capture(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });
}

function environment(extra) {
  const separator = path.delimiter;
  return {
    DBUS_SESSION_BUS_ADDRESS: '/dev/null',
    ...process.env,
    PATH: `${bin}${separator}${process.env.PATH ?? ''}`,
    ...extra,
  };
}
