import { execFile } from 'node:child_process';
import { access, statfs } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Drive } from '@shared/ipc/contract.ts';
import type { Places } from './places.ts';

interface Volume {
  readonly path: string;
  readonly label: string;
}

const run = promisify(execFile);
const answerWithin = { timeout: 5_000, windowsHide: true } as const;

/**
 * The removable drives that are plugged in, each behind a token. A system that cannot be asked counts as none: choosing a
 * folder always works. The Windows half has not been run on Windows.
 */
export async function listDrives(places: Places): Promise<Drive[]> {
  const volumes = await listVolumes().catch(() => []);
  const drives = await Promise.all(volumes.map((volume) => look(volume, places).catch(() => null)));
  return drives.filter((drive) => drive !== null);
}

/** Roots of the removable drives that are plugged in; none where the system cannot be asked. */
export async function removableFolders(): Promise<readonly string[]> {
  return (await listVolumes().catch(() => [])).map((volume) => volume.path);
}

/** True when a folder lies on a drive that can be pulled out. */
export async function isOnRemovableDrive(folder: string): Promise<boolean> {
  const volumes = await listVolumes().catch(() => []);
  return volumes.some((volume) => isInside(volume.path, folder));
}

/** Where a repository is made in a chosen folder that has none. */
export const repositoryName = 'sanxun-repo';

/** The folder of a repository on a drive or in a chosen folder: itself, or `sanxun-repo` in it. Null where there is none. */
export async function repositoryIn(folder: string): Promise<string | null> {
  for (const candidate of [folder, path.join(folder, repositoryName)]) {
    if (await exists(path.join(candidate, 'metadata', 'timestamp.json'))) return candidate;
  }
  return null;
}

async function listVolumes(): Promise<Volume[]> {
  if (process.platform === 'linux') {
    const { stdout } = await run('lsblk', ['-J', '-b', '-o', 'NAME,RM,HOTPLUG,MOUNTPOINT,LABEL,SIZE,FSTYPE'], answerWithin);
    return volumesFromLsblk(JSON.parse(stdout));
  }
  if (process.platform === 'win32') {
    const { stdout } = await run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', askWindows], answerWithin);
    return volumesFromWindows(stdout);
  }
  return [];
}

/** DriveType 2 is removable. The encoding is set because labels are Chinese and the console's own would be GBK. */
const askWindows =
  '[Console]::OutputEncoding = [Text.Encoding]::UTF8; ' +
  "Get-CimInstance Win32_LogicalDisk -Filter 'DriveType=2' | Select-Object DeviceID, VolumeName, Size | ConvertTo-Json -Compress";

/** Older lsblk writes "1" where newer ones write true. */
const flag = z.union([z.boolean(), z.enum(['0', '1']).transform((digit) => digit === '1')]);
const device = z.object({
  name: z.string(),
  rm: flag,
  hotplug: flag,
  mountpoint: z.string().nullable(),
  label: z.string().nullable(),
  get children() {
    return z.array(device).optional();
  },
});

/** Mounted volumes of the answer of `lsblk -J` that are removable, or lie on a device that is. Throws on another shape. */
export function volumesFromLsblk(answer: unknown): Volume[] {
  const { blockdevices } = z.object({ blockdevices: z.array(device) }).parse(answer);
  return blockdevices.flatMap((entry) => removableVolumes(entry, false));
}

function removableVolumes(entry: z.infer<typeof device>, parentRemovable: boolean): Volume[] {
  const removable = parentRemovable || entry.rm || entry.hotplug;
  const mounted = removable && entry.mountpoint?.startsWith('/') && entry.mountpoint !== '/' ? entry.mountpoint : null;
  const own = mounted ? [{ path: mounted, label: entry.label ?? path.posix.basename(mounted) }] : [];
  return [...own, ...(entry.children ?? []).flatMap((child) => removableVolumes(child, removable))];
}

const disk = z.object({ DeviceID: z.string().regex(/^[A-Z]:$/), VolumeName: z.string().nullable(), Size: z.number().nullable() });

/** Volumes of PowerShell's JSON: nothing for no drive, an object for one, a list for more. A card reader without a card has no size. */
export function volumesFromWindows(answer: string): Volume[] {
  if (answer.trim() === '') return [];
  const parsed = z.union([z.array(disk), disk.transform((one) => [one])]).parse(JSON.parse(answer.replace(/^\uFEFF/, '')));
  return parsed
    .filter(({ Size }) => Size !== null)
    .map(({ DeviceID, VolumeName }) => ({ path: `${DeviceID}\\`, label: `${VolumeName || 'U盘'} (${DeviceID})` }));
}

/** Bytes that are free for us where a folder lies. Throws the system's error. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

async function look({ path: folder, label }: Volume, places: Places): Promise<Drive> {
  const freeBytes = await freeBytesOf(folder);
  const hasRepository = (await repositoryIn(folder)) !== null;
  return { place: places.tokenOf(folder), label, freeBytes, hasRepository };
}

/** True for the folder itself and for everything below it. */
export function isInside(parent: string, folder: string): boolean {
  const relative = path.relative(parent, folder);
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
