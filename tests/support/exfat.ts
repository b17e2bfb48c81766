import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Something to export to that can be pulled out at any moment. */
export interface Stick {
  /** A real exFAT volume where this machine can make one, else a plain folder. */
  readonly kind: 'exfat' | 'folder';
  readonly path: string;
  /** Pulls it out. What the system had not yet flushed to it is lost, or has just arrived: both happen. */
  yank(cache: 'lost' | 'kept'): Promise<void>;
  /** Puts it in again. */
  plug(): Promise<void>;
  /** Always call at the end. */
  discard(): Promise<void>;
}

export async function makeStick(): Promise<Stick> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'sanxun-stick-'));
  return canMountExfat() ? exfatStick(home) : folderStick(home);
}

function canMountExfat(): boolean {
  const tools = ['/usr/sbin/mkfs.exfat', '/usr/sbin/mount.exfat-fuse', '/dev/fuse', '/dev/loop-control'];
  return process.platform === 'linux' && process.getuid?.() === 0 && tools.every((tool) => existsSync(tool));
}

interface Mounted {
  readonly daemon: ChildProcess;
  readonly loop: string;
}

/**
 * An image behind a loop device, mounted by the exFAT daemon. Pulling it out kills the daemon and goes on with a copy of
 * the image, taken before or after the pages that waited in the loop device's cache are written to it.
 */
async function exfatStick(home: string): Promise<Stick> {
  const mountPoint = path.join(home, 'U盘');
  let image = path.join(home, 'image-0');
  let mounted: Mounted | null = null;
  writeFileSync(image, '');
  truncateSync(image, 64 * 1024 * 1024);
  execFileSync('mkfs.exfat', [image], { stdio: 'ignore' });

  const stick: Stick = {
    kind: 'exfat',
    path: mountPoint,
    async yank(cache) {
      if (!mounted) return;
      const { daemon, loop } = mounted;
      mounted = null;
      if (daemon.exitCode === null && daemon.kill('SIGKILL')) await once(daemon, 'exit');
      const next = path.join(home, `image-${Number(image.split('-').at(-1)) + 1}`);
      if (cache === 'lost') copyFileSync(image, next);
      execFileSync('umount', ['-l', mountPoint]);
      execFileSync('losetup', ['-d', loop]);
      if (cache === 'kept') copyFileSync(image, next);
      rmSync(image);
      image = next;
    },
    async plug() {
      // What was written to the bare mount point while the stick was out would keep it from being mounted.
      rmSync(mountPoint, { recursive: true, force: true });
      mkdirSync(mountPoint);
      mounted = await mount(image, mountPoint);
    },
    async discard() {
      await stick.yank('kept');
      rmSync(home, { recursive: true, force: true });
    },
  };
  await stick.plug();
  return stick;
}

function folderStick(home: string): Stick {
  const folder = path.join(home, 'U盘');
  const drawer = path.join(home, 'drawer');
  mkdirSync(folder);
  return {
    kind: 'folder',
    path: folder,
    yank: async () => renameSync(folder, drawer),
    plug: async () => renameSync(drawer, folder),
    discard: async () => rmSync(home, { recursive: true, force: true }),
  };
}

async function mount(image: string, mountPoint: string): Promise<Mounted> {
  const loop = execFileSync('losetup', ['-f', '--show', image], { encoding: 'utf8' }).trim();
  const daemon = spawn('mount.exfat-fuse', ['-d', loop, mountPoint], { stdio: 'ignore' });
  const end = performance.now() + 30_000;
  while (!isMounted(mountPoint)) {
    if (daemon.exitCode !== null || performance.now() > end) {
      daemon.kill('SIGKILL');
      execFileSync('losetup', ['-d', loop]);
      throw new Error(`the stick was not mounted; its daemon's exit code is ${daemon.exitCode ?? 'none yet'}`);
    }
    await sleep(10);
  }
  return { daemon, loop };
}

const isMounted = (mountPoint: string): boolean => readFileSync('/proc/mounts', 'utf8').includes(` ${mountPoint} `);
