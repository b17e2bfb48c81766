// Start-up of the main process, in order. `app.whenReady()` is never awaited at top level: Electron becomes ready only
// after this module has finished.
import path from 'node:path';
import { app, BrowserWindow, dialog, type Event } from 'electron';
import type { Repair } from '@shared/ipc/contract.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { createHandlers } from './handlers.ts';
import { register } from './ipc.ts';
import { repairDatabases } from './journal/leveldb-repair.ts';
import { openJournal, type Journal } from './journal/journal.ts';
import { log, logInto } from './log.ts';
import { checkByItself, packagesRoom } from './packages-room.ts';
import { createPlaces } from './places.ts';
import { openSettings } from './settings.ts';
import { denyPermissions, dropSystemMenu, guardWindows, openWindow } from './window.ts';

/** A journal segment is closed at this size (bytes). */
const segmentBytes = 8_000_000;

/** With more than this behind the newest snapshot (bytes) the journal is compacted when the program is closed. */
const compactBytes = 8_000_000;

if (process.env.SANXUN_PROFILE) app.setPath('userData', process.env.SANXUN_PROFILE);
const profile = app.getPath('userData');
registerAppScheme();
// As root Chromium needs --no-sandbox; enabling the sandbox on top would kill every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  logInto(path.join(profile, 'logs'));
  // Both run while Chromium starts; the window opens only after the repair, because then Chromium reads the files.
  const repaired = repairDatabases(profile).catch(notRepaired);
  const opening = openJournal(path.join(profile, 'journal'), { now: Date.now, segmentBytes });
  guardWindows();
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', showWindow);
  closeJournalAtQuit(opening);
  void app.whenReady().then(() => start(repaired, opening));
}

async function start(repaired: Promise<readonly Repair[]>, opening: Promise<Journal>): Promise<void> {
  try {
    denyPermissions();
    dropSystemMenu();
    const settings = openSettings();
    const repairs = await repaired;
    const places = createPlaces();
    const packages = packagesRoom({ profile, settings, journal: opening, places });
    serveApp(path.join(import.meta.dirname, '../renderer'), async (sha256) => (await packages()).file(sha256));
    register(createHandlers({ profile, settings, journal: opening, repairs, places, packages }));
    await openWindow(settings.get().zoom);
    checkByItself(packages, settings, places);
    traceStart();
  } catch (error) {
    log.error('start-up', error);
    dialog.showErrorBox('三训无法启动', '已保存的数据没有改动。请重新启动电脑后再试；如仍不行，请联系管理员查看日志 main.log。');
    app.exit(1);
  }
}

/** The database is only a projection: one that could not be looked at is no reason not to start. */
function notRepaired(error: unknown): readonly Repair[] {
  log.error('looking at the database files', error);
  return [];
}

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0];
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/**
 * Quitting waits until the journal is closed and, when it has grown, compacted. Not before the windows are gone: one that
 * asks about unsaved work may stay, and what a page saves while it closes has to be taken.
 */
function closeJournalAtQuit(opening: Promise<Journal>): void {
  let closed = false;
  app.on('will-quit', (event: Event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void opening
      .then(compactAndClose)
      .catch((error: unknown) => log.error('closing the journal', error))
      .finally(() => app.quit());
  });
}

/** A snapshot that fails (a full disk) costs nothing: the journal it would have replaced is still there. */
async function compactAndClose(journal: Journal): Promise<void> {
  try {
    if (journal.bytesSinceSnapshot > compactBytes) await journal.compact();
  } catch (error) {
    log.error('compacting the journal', error);
  }
  await journal.close();
}

/** For the bench and the tests: says when the first screen is there (the page names itself then). */
function traceStart(): void {
  if (process.env.SANXUN_TRACE !== '1') return;
  const window = BrowserWindow.getAllWindows()[0];
  const report = (title: string): void => {
    if (title.includes('·')) console.log(`first-screen ${Date.now()}`);
  };
  window?.on('page-title-updated', (_event, title) => report(title));
  report(window?.getTitle() ?? '');
}
