import path from 'node:path';
import { app, BrowserWindow, dialog, net } from 'electron';
import type { AppInfo, Repair } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { listDrives } from './drives.ts';
import type { Journal } from './journal/journal.ts';
import { send, type Handlers } from './ipc.ts';
import { log } from './log.ts';
import { once } from './once.ts';
import { createPlaces } from './places.ts';
import type { SettingsStore } from './settings.ts';
import { createTasks } from './tasks.ts';
import { fileFailure } from './files.ts';

interface Services {
  readonly profile: string;
  readonly settings: SettingsStore;
  readonly journal: Promise<Journal>;
  readonly repairs: readonly Repair[];
}

/** Every channel of the contract, each handing over to its room. Rooms that the first screen does not need load later. */
export function createHandlers({ profile, settings, journal, repairs }: Services): Handlers {
  const places = createPlaces();
  const tasks = createTasks(
    (progress) => send('task:progress', progress),
    () => performance.now(),
  );
  const packages = once(async () => {
    const { createPackages } = await import('./sync/packages.ts');
    return createPackages({
      directory: path.join(profile, 'content'),
      starter: path.join(import.meta.dirname, '../starter'),
      fetch: (input, init) => net.fetch(input, init),
      now: Date.now,
      placeOf: places.pathOf,
      log: (message, error) => log.error(message, error),
    });
  });
  const bank = once(async () => {
    const [{ createBankService }, { utilityHost }] = await Promise.all([
      import('./bank/service.ts'),
      import('./import/reader-process/utility-host.ts'),
    ]);
    return createBankService({
      profile,
      host: utilityHost,
      tasks,
      chooseFiles: chooseQuestionFiles,
      placeOf: places.pathOf,
      now: Date.now,
      log: (message, error) => log.error(message, error),
    });
  });
  return {
    'app:info': async () => info([...repairs, ...(await journal).repairs]),
    'settings:get': () => settings.get(),
    'settings:set': (changes) => {
      if (changes.zoom !== undefined) BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(changes.zoom);
      return settings.set(changes);
    },

    'journal:commit': async (commit) => {
      try {
        return succeed(await (await journal).commit(commit));
      } catch (error) {
        log.error(`journal: ${commit.what}`, error);
        const { kind } = fileFailure(error, '');
        return fail(kind === 'disk-full' ? kind : 'journal-failed');
      }
    },
    'journal:since': async (mark, limit) => (await journal).since(mark, limit),
    'journal:rows': async (snapshot, from) => (await journal).rows(snapshot, from),

    'packages:installed': async () => (await packages()).installed(),
    'packages:sources': async () => (await packages()).sources(),
    'packages:probe': async (location) => (await packages()).probe(location),
    'packages:add-source': async (probe) => (await packages()).addSource(probe),
    'packages:remove-source': async (source) => (await packages()).removeSource(source),
    'packages:drives': () => listDrives(places),
    'packages:choose-folder': () => chooseFolder(places),
    'packages:sync': async (source, task) => {
      const service = await packages();
      return tasks.run(task, (signal, progress) => service.sync(source, signal, progress));
    },
    'packages:block': async (staged, block) => (await packages()).block(staged, block),
    'packages:settle': async (staged) => (await packages()).settle(staged),
    'packages:restore': async (name) => (await packages()).restore(name),

    'exports:places': () => listDrives(places),
    'exports:choose-place': () => chooseFolder(places),
    'exports:write': async (request, task) => {
      const folder = places.pathOf(request.place);
      if (!folder) return fail('place-gone');
      const [{ exportReports }, { printToPdf }] = await Promise.all([import('./export/export.ts'), import('./export/pdf.ts')]);
      const { folder: name, reports, formats } = request;
      return tasks.run(task, (signal, progress) => exportReports({ folder, name, reports, formats, pdf: printToPdf, signal, progress }));
    },

    'bank:choose-files': async () => (await bank())['bank:choose-files'](),
    'bank:read': async (...args) => (await bank())['bank:read'](...args),
    'bank:entries': async (...args) => (await bank())['bank:entries'](...args),
    'bank:source': async (...args) => (await bank())['bank:source'](...args),
    'bank:release': async (...args) => (await bank())['bank:release'](...args),
    'bank:collect': async () => (await bank())['bank:collect'](),
    'bank:collect-add': async (...args) => (await bank())['bank:collect-add'](...args),
    'bank:export': async (...args) => (await bank())['bank:export'](...args),
    'bank:preview': async (...args) => (await bank())['bank:preview'](...args),
    'bank:publish': async (...args) => (await bank())['bank:publish'](...args),

    'tasks:cancel': (task) => tasks.cancel(task),
  };
}

function info(repairs: readonly Repair[]): AppInfo {
  const { electron, chrome } = process.versions;
  return { version: app.getVersion(), electron, chromium: chrome, developmentElectron: electron !== __ELECTRON_VERSION__, repairs };
}

async function chooseFolder(places: ReturnType<typeof createPlaces>) {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] });
  const chosen = filePaths[0];
  return canceled || !chosen ? null : { place: places.tokenOf(chosen), label: chosen };
}

/** Endings of question files; the content decides, so all others can be chosen as well. */
const questionFiles = [
  'xlsx',
  'xls',
  'et',
  'xlsb',
  'ods',
  'csv',
  'tsv',
  'docx',
  'doc',
  'wps',
  'rtf',
  'htm',
  'html',
  'txt',
  'md',
  'json',
  'jsonl',
  'gift',
  'xml',
  'zip',
  'apkg',
];

async function chooseQuestionFiles(): Promise<readonly string[]> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return [];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: '所有题库文件', extensions: questionFiles },
      { name: '所有文件', extensions: ['*'] },
    ],
  });
  return canceled ? [] : filePaths;
}
