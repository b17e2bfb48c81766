import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { planOf } from '../build/packaging/plan.ts';
import { verifyFuses } from '../build/packaging/verify.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sanxun-packaging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('planOf', () => {
  test('makes Linux and Windows where nothing is asked for', () => {
    expect(planOf([], 'linux')).toEqual(
      new Map([
        ['linux', new Set(['tar.gz', 'deb'])],
        ['win32', new Set(['zip'])],
      ]),
    );
  });

  test('joins what is asked for, each thing once, and takes dir as the unpacked program of this machine', () => {
    expect(planOf(['dir', 'nsis', 'zip', 'win'], 'win32')).toEqual(new Map([['win32', new Set(['nsis', 'zip'])]]));
    expect(planOf(['dir'], 'linux')).toEqual(new Map([['linux', new Set()]]));
  });

  test('refuses a word that it does not know', () => {
    expect(planOf(['linux', 'dmg'], 'linux')).toBeNull();
  });
});

describe('verifyFuses', () => {
  const binary = path.join(folder, 'program');
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'; // marks the fuses in every Electron
  const wire = (states: string): void =>
    writeFileSync(binary, Buffer.concat([Buffer.from(sentinel), Buffer.from([1, states.length]), Buffer.from(states)]));

  test('passes a program whose fuses are as configured', async () => {
    vi.spyOn(console, 'log').mockReturnValue();
    vi.spyOn(console, 'table').mockReturnValue();
    wire('01000000');
    await expect(verifyFuses(binary, { runAsNode: false, enableCookieEncryption: true })).resolves.toBeUndefined();
  });

  test('names each fuse that is not as configured, or that the program does not have', async () => {
    wire('11r');
    const wanted = {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      onlyLoadAppFromAsar: true,
    };
    await expect(verifyFuses(binary, wanted)).rejects.toThrow(/: RunAsNode, EnableNodeOptionsEnvironmentVariable, OnlyLoadAppFromAsar$/);
  });

  test('does not pass a configuration without fuses', async () => {
    await expect(verifyFuses(binary, {})).rejects.toThrow('none configured');
  });
});

test.skipIf(!existsSync('/usr/bin/dpkg-deb'))('fpm-dpkg makes a deb of what electron-builder asks fpm for', () => {
  const program = path.join(folder, 'unpacked');
  const script = path.join(folder, 'script');
  const deb = path.join(folder, 'sanxun.deb');
  mkdirSync(program);
  writeFileSync(path.join(program, 'sanxun'), 'program', { mode: 0o700 });
  writeFileSync(script, '#!/bin/sh\nexit 0\n');
  const named = { '--name': 'Sanxun', '--version': '1.2.3~trial', '--architecture': 'amd64', '--maintainer': '三训 <a@example.com>' };
  const scripts = { '--after-install': script, '--after-remove': script };
  const options = Object.entries({ ...named, ...scripts, '--description': '三训\n 第二行', '--package': deb }).flat();
  const argv = ['-s', 'dir', '--force', '-t', 'deb', '-d', 'libnss3', '-d', 'libgbm1', '--deb-compression', 'xz', ...options];
  execFileSync(process.execPath, ['build/tools/fpm-dpkg.mjs', ...argv, `${program}/=/opt/Sanxun`], {
    cwd: path.join(import.meta.dirname, '..'),
  });

  const field = (name: string): string => execFileSync('dpkg-deb', ['-f', deb, name], { encoding: 'utf8' }).trim();
  expect(['Package', 'Version', 'Maintainer', 'Depends', 'Description'].map(field)).toEqual([
    'sanxun',
    '1.2.3~trial',
    '三训 <a@example.com>',
    'libnss3, libgbm1',
    '三训\n 第二行',
  ]);
  const contents = execFileSync('dpkg-deb', ['-c', deb], { encoding: 'utf8' });
  expect(contents).toMatch(/^-rwxr-xr-x root\/root +7 .* \.\/opt\/Sanxun\/sanxun$/m);
});
