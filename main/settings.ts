import Store from 'electron-store';
import type { Settings } from '@shared/ipc/contract.ts';

const defaults: Settings = { language: 'zh-CN', personId: '', zoom: 1, workspace: 'branch', automaticChecks: true, monthlyLimit: 0 };

export interface SettingsStore {
  get(): Settings;
  set(changes: Partial<Settings>): Settings;
}

/** Settings of this computer, in settings.json of the profile. A damaged file is replaced by the defaults. */
export function openSettings(): SettingsStore {
  const store = new Store<Settings>({ name: 'settings', defaults, clearInvalidConfig: true });
  return {
    get: () => ({ ...defaults, ...store.store }),
    set(changes) {
      store.set(changes);
      return this.get();
    },
  };
}
