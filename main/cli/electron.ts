import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The Electron that scripts use: named by SANXUN_ELECTRON, else the installed one, else the copy that the set-up fetched. */
export function findElectron(root: string): string | null {
  const official = path.join(root, 'node_modules/electron');
  const pointer = path.join(official, 'path.txt');
  const fallback = path.join(root, `node_modules/.cache/electron-fallback-${process.platform}/bin`);
  const candidates = [
    process.env.SANXUN_ELECTRON ?? '',
    existsSync(pointer) ? path.join(official, 'dist', readFileSync(pointer, 'utf8')) : '',
    path.join(fallback, process.platform === 'win32' ? 'electron.exe' : 'electron'),
  ];
  return candidates.find((candidate) => candidate !== '' && existsSync(candidate)) ?? null;
}

/** Runs an Electron script to its end: its exit code and what it said on standard error. Gives up after `timeout` ms. */
export async function runElectron(
  binary: string,
  args: readonly string[],
  timeout: number,
): Promise<{ code: number | null; said: string }> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium refuses to start as root with its sandbox
  const [command = binary, ...rest] = [...displayPrefix(), binary, ...asRoot, ...args];
  const child = spawn(command, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout,
    env: { DBUS_SESSION_BUS_ADDRESS: '/dev/null', ...process.env },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, said };
}

/** Even a hidden window needs a display; a server brings a virtual one. */
function displayPrefix(): readonly string[] {
  const shown = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return shown ? [] : ['xvfb-run', '-a'];
}
