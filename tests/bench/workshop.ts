import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { chooseFirstPerson, electronBinary, launch, temporaryFolder } from '../support/launch.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A program under measurement: our application, or the bare window it is compared with. */
export type Program = 'sanxun' | 'bare';

export interface Workshop {
  /** Profile on which the first run has been answered. */
  readonly profile: string;
  readonly folder: string;
  readonly close: () => void;
}

/** Prepares a profile as an office has it on an ordinary morning. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = temporaryFolder('bench');
  const profile = path.join(folder.path, 'profile');
  const running = await launch(profile);
  await chooseFirstPerson(running.page);
  await running.close();
  return { profile, folder: folder.path, close: folder.remove };
}

/** Starts a program without any driver attached; resolves with the time to its first screen (ms). */
export function startProgram(program: Program, profile: string): Promise<{ readonly child: ChildProcess; readonly firstScreenMs: number }> {
  const target = program === 'sanxun' ? root : path.join(root, 'tests/bench/bare');
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), target];
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: '/dev/null', SANXUN_PROFILE: profile, SANXUN_TRACE: '1' };
  const spawned = Date.now();
  const child = spawn(electronBinary(), args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before its first screen`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const [, at] = /first-screen (\d+)/.exec(text) ?? [];
      if (at) resolve({ child, firstScreenMs: Number(at) - spawned });
    });
  });
}

export function stopProgram(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
