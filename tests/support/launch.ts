import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Kills the whole program at once, as a power cut would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The Electron that build/setup found. */
export function electronBinary(): string {
  const binary = process.env.SANXUN_ELECTRON;
  if (!binary) throw new Error('SANXUN_ELECTRON is not set: run the tests by npm test');
  return binary;
}

/** Starts the real application on a profile folder and waits for its first screen, so many milliseconds at most. */
export async function launch(profile: string, env: Record<string, string> = {}, patienceMs = 20_000): Promise<Running> {
  const app = await _electron.launch({
    executablePath: electronBinary(),
    args: [...(isRoot ? ['--no-sandbox'] : []), root],
    cwd: root,
    env: { ...(process.env as Record<string, string>), DBUS_SESSION_BUS_ADDRESS: '/dev/null', SANXUN_PROFILE: profile, ...env },
    ...(isRoot ? {} : { chromiumSandbox: true }),
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.title.includes('·'), undefined, { timeout: patienceMs });
  return { app, page, kill: () => kill(app), close: () => app.close() };
}

/** A fresh profile folder, and how to remove it. */
export function temporaryFolder(name: string): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(os.tmpdir(), `sanxun-${name}-`));
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Answers the first run with the first unit and its first person. */
export async function chooseFirstPerson(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: '单位' }).selectOption({ index: 1 });
  await page.getByRole('combobox', { name: '姓名' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: '开始学习' }).click();
  await page.getByRole('heading', { name: '首页' }).waitFor();
}

async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGKILL');
  await gone;
}
