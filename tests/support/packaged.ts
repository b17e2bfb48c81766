import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureElectron } from '../../build/setup/electron.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const onWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
/** Longest wait (ms) for the program to offer its debugging port. */
const portMs = 20_000;

/** The folder of the unpacked program of this machine. */
export const unpackedFolder = path.join(root, 'release', onWindows ? 'win-unpacked' : 'linux-unpacked');
export const unpackedProgram = path.join(unpackedFolder, onWindows ? 'Sanxun.exe' : 'sanxun');

export interface RunningPackage {
  readonly page: Page;
  /** Ends the program and everything it started. */
  readonly stop: () => Promise<void>;
}

/** Packages what lies in dist, unless that was done already: some 5 s. It neither builds nor installs anything. */
export function ensureUnpacked(): void {
  if (packagedAt() > Math.max(...['dist', 'electron-builder.yml', 'package.json'].map((name) => changedAt(path.join(root, name))))) return;
  const { directory, version, official } = ensureElectron();
  const result = spawnSync(process.execPath, ['build/dist.ts', 'dir'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      SANXUN_ELECTRON_DIST: directory,
      SANXUN_ELECTRON_VERSION: version,
      SANXUN_ELECTRON_OFFICIAL: String(official),
    },
  });
  if (result.status !== 0) throw new Error(`packaging failed:\n${result.stdout}${result.stderr}`);
}

/**
 * Starts the unpacked program on a profile folder and waits for its first screen. Its fuses refuse Node's inspector, so
 * it is driven over Chromium's own debugging port.
 */
export async function launchPackaged(profile: string): Promise<RunningPackage> {
  const child = spawn(unpackedProgram, ['--remote-debugging-port=0', ...(isRoot ? ['--no-sandbox'] : [])], {
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: '/dev/null', SANXUN_PROFILE: profile },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: !onWindows, // a process group of its own, so that stop reaches all of it
  });
  const stop = stopper(child);
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(child));
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('the packaged program shows no window');
    await page.waitForFunction(() => document.title.includes('·'), undefined, { timeout: 30_000 });
    return { page, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`${why}; it said:\n${said}`));
    const late = setTimeout(() => fail(`no debugging port within ${portMs} ms`), portMs);
    child.once('error', reject);
    child.once('exit', (code) => fail(`the packaged program ended with ${code}`));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}

function stopper(child: ChildProcess): () => Promise<void> {
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return async () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      if (onWindows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
      else process.kill(-child.pid, 'SIGKILL');
    }
    await gone;
  };
}

/** When the unpacked program was made (ms); -Infinity where there is none. */
function packagedAt(): number {
  const asar = path.join(unpackedFolder, 'resources/app.asar');
  return existsSync(asar) && existsSync(unpackedProgram) ? statSync(asar).mtimeMs : -Infinity;
}

/** The newest time (ms) of a file or of any file in a folder. */
function changedAt(entry: string): number {
  const stat = statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(...readdirSync(entry).map((name) => changedAt(path.join(entry, name))), 0);
}
