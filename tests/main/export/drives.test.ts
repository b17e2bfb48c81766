import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { listDrives, repositoryIn, volumesFromLsblk, volumesFromWindows } from '../../../main/drives.ts';
import { createPlaces } from '../../../main/places.ts';

const disk = { rm: false, hotplug: false, mountpoint: null, label: null, size: 1, fstype: null };

test('lsblk: mounted partitions of removable devices, and nothing of the fixed disk', () => {
  const answer = {
    blockdevices: [
      {
        ...disk,
        name: 'sda',
        children: [
          { ...disk, name: 'sda1', mountpoint: '/' },
          { ...disk, name: 'sda2', mountpoint: '/home' },
        ],
      },
      {
        ...disk,
        name: 'sdb',
        rm: true,
        children: [
          { ...disk, name: 'sdb1', mountpoint: '/media/u/党建', label: '党建' },
          { ...disk, name: 'sdb2', mountpoint: null, label: 'x' },
        ],
      },
      { ...disk, name: 'sdc', hotplug: true, mountpoint: '/media/u/1A2B-3C4D' },
      { ...disk, name: 'sdd', rm: true, mountpoint: '[SWAP]' },
    ],
  };
  expect(volumesFromLsblk(answer)).toEqual([
    { path: '/media/u/党建', label: '党建' },
    { path: '/media/u/1A2B-3C4D', label: '1A2B-3C4D' },
  ]);
});

test('lsblk of older systems writes flags as digits; another shape throws', () => {
  const old = { blockdevices: [{ ...disk, name: 'sdb', rm: '1', hotplug: '0', mountpoint: '/mnt/usb' }] };
  expect(volumesFromLsblk(old)).toEqual([{ path: '/mnt/usb', label: 'usb' }]);
  expect(() => volumesFromLsblk({ blockdevices: [{ name: 'sdb' }] })).toThrow('invalid');
});

test('PowerShell: none, one or several drives; a reader without a card is none', () => {
  const one = '{"DeviceID":"E:","VolumeName":"党建","Size":8000000000}';
  const empty = '{"DeviceID":"F:","VolumeName":null,"Size":null}';
  const unnamed = '{"DeviceID":"G:","VolumeName":"","Size":1}';
  expect(volumesFromWindows('\r\n')).toEqual([]);
  expect(volumesFromWindows(`\uFEFF${one}\r\n`)).toEqual([{ path: 'E:\\', label: '党建 (E:)' }]);
  expect(volumesFromWindows(`[${one},${empty},${unnamed}]`)).toEqual([
    { path: 'E:\\', label: '党建 (E:)' },
    { path: 'G:\\', label: 'U盘 (G:)' },
  ]);
});

test('a repository is found at the top or in sanxun-repo', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sanxun-drives-'));
  const put = (...parts: string[]): void => {
    mkdirSync(path.join(folder, ...parts, 'metadata'), { recursive: true });
    writeFileSync(path.join(folder, ...parts, 'metadata', 'timestamp.json'), '{}');
  };
  try {
    expect(await repositoryIn(folder)).toBeNull();
    put('sanxun-repo');
    expect(await repositoryIn(folder)).toBe(path.join(folder, 'sanxun-repo'));
    put();
    expect(await repositoryIn(folder)).toBe(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('this machine can be asked, and names its drives by token', async () => {
  const places = createPlaces();
  for (const drive of await listDrives(places)) expect(places.pathOf(drive.place)).not.toBeNull();
});

test('a token leads back to its folder, in this process only', () => {
  const places = createPlaces();
  const token = places.tokenOf('/media/u/党建');
  expect(places.pathOf(token)).toBe(path.resolve('/media/u/党建'));
  expect(places.tokenOf('/media/u/党建/')).toBe(token);
  expect(places.tokenOf('/media/u/其他')).not.toBe(token);
  expect(token).not.toContain('media');
  expect(places.pathOf('/media/u/党建')).toBeNull();
  expect(createPlaces().pathOf(token)).toBeNull();
});
