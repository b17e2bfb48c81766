import path from 'node:path';
import { app, BrowserWindow, dialog, net, powerMonitor, session } from 'electron';
import { freeBytesOf, listDrives, removableFolders } from './drives.ts';
import { send } from './ipc.ts';
import type { Journal } from './journal/journal.ts';
import { log } from './log.ts';
import { once } from './once.ts';
import type { Places } from './places.ts';
import type { SettingsStore } from './settings.ts';
import { startChecks } from './sync/automatic/checks.ts';
import type { Packages } from './sync/packages.ts';
import type { IsDirect } from './sync/sources/direct/directly.ts';
import type { Get } from './sync/sources/http-reader.ts';

export interface PackagesRoomOptions {
  readonly profile: string;
  readonly settings: SettingsStore;
  readonly journal: Promise<Journal>;
  readonly places: Places;
}

/** The packages of this computer, opened when somebody first asks for them. The system's proxy and certificates are honoured. */
export function packagesRoom({ profile, settings, journal, places }: PackagesRoomOptions): () => Promise<Packages> {
  return once(async () => {
    const [{ createPackages }, { directly }, { journalFloors }] = await Promise.all([
      import('./sync/packages.ts'),
      import('./sync/sources/direct/directly.ts'),
      import('./sync/trust/journal-floors.ts'),
    ]);
    return createPackages({
      directory: path.join(profile, 'content'),
      starter: path.join(import.meta.dirname, '../starter'),
      get: directly(fetchBySystem, hasNoProxy),
      now: Date.now,
      placeOf: places.pathOf,
      drives: removableFolders,
      floors: journalFloors(() => journal),
      monthlyLimit: () => settings.get().monthlyLimit * 1_000_000 || null,
      freeBytes: freeBytesOf,
      changed: () => send('packages:changed', null),
      log: (message, error) => log.error(message, error),
    });
  });
}

/** Electron's own, so that the system's proxy and certificates are honoured. */
const fetchBySystem: Get = (url, options) => net.fetch(url, { ...options });

const hasNoProxy: IsDirect = async (url) => (await session.defaultSession.resolveProxy(url)) === 'DIRECT';

/** Looks for new packages by itself until the program ends. */
export function checkByItself(packages: () => Promise<Packages>, settings: SettingsStore, places: Places): void {
  const checks = startChecks({
    check: async (drive) => (await packages()).check(drive),
    enabled: () => settings.get().automaticChecks,
    isOnline: () => net.isOnline(),
    drivesChanged: () => send('packages:changed', null),
    listDrives: async () =>
      (await listDrives(places)).filter((drive) => drive.hasRepository).flatMap(({ place }) => places.pathOf(place) ?? []),
    log: (message, error) => log.error(message, error),
  });
  powerMonitor.on('resume', checks.hurry);
  app.once('will-quit', checks.stop);
}

/** Asks for a root file; null where none was chosen. */
export async function chooseRootFile(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return null;
  const filters = [{ name: '根文件', extensions: ['json'] }];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  return canceled ? null : (filePaths[0] ?? null);
}
