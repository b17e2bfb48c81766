import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openSettings } from '../../main/settings.ts';
import { temporaryFolder } from '../support/journals.ts';

const profile = vi.hoisted(() => ({ folder: '' }));
// electron-store is conf in the profile folder of the running Electron; here, in a folder of the test.
vi.mock('electron-store', async () => {
  const { default: Conf } = await import('conf');
  function Store(options: { readonly name: string }) {
    return new Conf({ ...options, configName: options.name, cwd: profile.folder });
  }
  return { default: Store };
});

const defaults = { language: 'zh-CN', personId: '', zoom: 1, workspace: 'branch', automaticChecks: true, monthlyLimit: 0 };
const file = (): string => path.join(profile.folder, 'settings.json');

beforeEach(() => {
  profile.folder = temporaryFolder();
});

it('begins with the defaults', () => expect(openSettings().get()).toEqual(defaults));

it('keeps changes, one at a time, until the next start', () => {
  expect(openSettings().set({ personId: 'p1' })).toEqual({ ...defaults, personId: 'p1' });
  expect(openSettings().set({ zoom: 1.5 })).toEqual({ ...defaults, personId: 'p1', zoom: 1.5 });
  expect(openSettings().get()).toEqual({ ...defaults, personId: 'p1', zoom: 1.5 });
});

it('takes the defaults where the file is damaged, and works on', () => {
  openSettings().set({ personId: 'p1' });
  writeFileSync(file(), readFileSync(file(), 'utf8').slice(0, 10));
  const settings = openSettings();
  expect(settings.get()).toEqual(defaults);
  settings.set({ personId: 'p2' });
  expect(openSettings().get()).toEqual({ ...defaults, personId: 'p2' });
});
