import { app, BrowserWindow, dialog, net, shell, type FileFilter } from 'electron';
import type { AppInfo, Repair } from '@shared/ipc/contract.ts';
import { fail, succeed } from '@shared/model/failure.ts';
import { listDrives } from './drives.ts';
import type { Journal } from './journal/journal.ts';
import { send, type Handlers } from './ipc.ts';
import { log } from './log.ts';
import { once } from './once.ts';
import { chooseRootFile } from './packages-room.ts';
import type { Places } from './places.ts';
import { openSession } from './publish/session.ts';
import type { SettingsStore } from './settings.ts';
import type { Packages } from './sync/packages.ts';
import { examHandlers } from './exam/handlers.ts';
import { examiningHandlers } from './examining/handlers.ts';
import { bundleHandlers } from './bundles/handlers.ts';
import { evidenceHandlers } from './evidence/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { projectHandlers } from './projects/handlers.ts';
import { reviewingHandlers } from './reviewing/handlers.ts';
import { createTasks } from './tasks.ts';
import { fileFailure } from './files.ts';

interface Services {
  readonly profile: string;
  readonly settings: SettingsStore;
  readonly journal: Promise<Journal>;
  readonly repairs: readonly Repair[];
  readonly places: Places;
  readonly packages: () => Promise<Packages>;
}

/** Every channel of the contract, each handing over to its room. Rooms that the first screen does not need load later. */
export function createHandlers({ profile, settings, journal, repairs, places, packages }: Services): Handlers {
  const tasks = createTasks(
    (progress) => send('task:progress', progress),
    () => performance.now(),
  );
  const carrying = once(async () => {
    const [{ createCarryService }, { stock, note }] = await Promise.all([import('./carry/service.ts'), packages()]);
    return createCarryService({
      stock,
      note,
      tasks,
      placeOf: places.pathOf,
      now: Date.now,
      log: (message, error) => log.error(message, error),
    });
  });
  const publisherSession = openSession();
  const publisher = once(async () => {
    const [{ createPublisherService }, { systemSafe }] = await Promise.all([
      import('./publish/service.ts'),
      import('./publish/system-safe.ts'),
    ]);
    return createPublisherService({
      profile,
      session: publisherSession,
      tasks,
      fetch: (input, init) => net.fetch(input, init),
      safe: systemSafe(),
      placeOf: places.pathOf,
      tokenOf: places.tokenOf,
      chooseKeyFile,
      now: Date.now,
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
      session: publisherSession,
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
    'packages:overview': async () => (await packages()).overview(),
    'packages:probe': async (location) => (await packages()).probe(location),
    'packages:add-source': async (probe) => (await packages()).addSource(probe),
    'packages:remove-source': async (source) => (await packages()).removeSource(source),
    'packages:order-sources': async (sources) => (await packages()).orderSources(sources),
    'packages:choose-root': async (source) => {
      const file = await chooseRootFile();
      return file === null ? succeed(null) : (await packages()).lookAtRoot(source, file);
    },
    'packages:trust-root': async (probe) => (await packages()).trustRoot(probe),
    'packages:drives': () => listDrives(places),
    'packages:choose-folder': () => chooseFolder(places),
    'packages:sync': async ({ source, beyondLimit }, task) => {
      const service = await packages();
      const sources = source === null ? null : [source];
      return tasks.run(task, (signal, progress) => service.sync({ sources, beyondLimit }, signal, progress));
    },
    'packages:discard': async () => (await packages()).discard(),
    'packages:put-off': async () => (await packages()).putOff(),
    'packages:blocks': async (staged, positions) => (await packages()).blocks(staged, positions),
    'packages:settle': async (staged) => (await packages()).settle(staged),
    'packages:restore': async (name) => (await packages()).restore(name),
    'packages:roll-back': async (name) => (await packages()).rollBack(name),
    'packages:history': async (limit) => (await packages()).history(limit),
    'packages:seen': async () => (await packages()).seen(),
    'packages:carriable': async () => (await carrying())['packages:carriable'](),
    'packages:carry': async (...args) => (await carrying())['packages:carry'](...args),

    'publisher:state': async () => (await publisher())['publisher:state'](),
    'publisher:add-destination': async (...args) => (await publisher())['publisher:add-destination'](...args),
    'publisher:remove-destination': async (...args) => (await publisher())['publisher:remove-destination'](...args),
    'publisher:upload': async (...args) => (await publisher())['publisher:upload'](...args),
    'publisher:protect': async (...args) => (await publisher())['publisher:protect'](...args),
    'publisher:unlock': async (...args) => (await publisher())['publisher:unlock'](...args),
    'publisher:export-keys': async (...args) => (await publisher())['publisher:export-keys'](...args),
    'publisher:remove-root-keys': async () => (await publisher())['publisher:remove-root-keys'](),
    'publisher:import-keys': async (...args) => (await publisher())['publisher:import-keys'](...args),
    'publisher:rotate': async (...args) => (await publisher())['publisher:rotate'](...args),

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

    ...examiningHandlers({
      profile,
      session: publisherSession,
      tasks,
      placeOf: places.pathOf,
      chooseFiles: chooseAnswerFiles,
      chooseKeyFile,
      now: Date.now,
      log: (message, error) => log.error(message, error),
    }),
    ...examHandlers({
      profile,
      packages,
      tasks,
      placeOf: places.pathOf,
      fullScreen: (on) => BrowserWindow.getAllWindows()[0]?.setFullScreen(on),
      now: Date.now,
      log: (message, error) => log.error(message, error),
    }),
    'papers:export': async (request, task) => {
      const folder = places.pathOf(request.place);
      if (!folder) return fail('place-gone');
      const [{ exportPapers }, { printToPdf }] = await Promise.all([import('./export/papers/export-papers.ts'), import('./export/pdf.ts')]);
      return tasks.run(task, (signal, progress) => exportPapers({ ...request, place: folder, pdf: printToPdf, signal, progress }));
    },
    ...projectHandlers({ tasks, placeOf: places.pathOf, chooseFile: choosePlanFile, log: (message, error) => log.error(message, error) }),
    ...evidenceHandlers({
      profile,
      placeOf: places.pathOf,
      chooseFiles: chooseEvidence,
      openFile: (file) => shell.openPath(file),
      log: (message, error) => log.error(message, error),
    }),
    ...bundleHandlers({
      profile,
      tasks,
      placeOf: places.pathOf,
      chooseFiles: chooseBundles,
      now: Date.now,
      log: (message, error) => log.error(message, error),
    }),
    ...reviewingHandlers({
      profile,
      session: publisherSession,
      tasks,
      placeOf: places.pathOf,
      now: Date.now,
      log: (message, error) => log.error(message, error),
    }),
    ...peopleHandlers({ profile, now: Date.now, log: (message) => log.info(message) }),

    'tasks:cancel': (task) => tasks.cancel(task),
  };
}

function info(repairs: readonly Repair[]): AppInfo {
  const { electron, chrome } = process.versions;
  return { version: app.getVersion(), electron, chromium: chrome, developmentElectron: electron !== __ELECTRON_VERSION__, repairs };
}

async function chooseFolder(places: Places) {
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

const chooseAnswerFiles = (): Promise<readonly string[]> => chooseSome([{ name: '考试答卷', extensions: ['sanxun-answers'] }]);

const chooseBundles = (): Promise<readonly string[]> => chooseSome([{ name: '上报包', extensions: ['sanxun-bundle'] }]);

const chooseEvidence = (): Promise<readonly string[]> => chooseSome([]);

async function choosePlanFile(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return null;
  const filters = [{ name: '推进计划表（xlsx、Project XML）', extensions: ['xlsx', 'xls', 'et', 'ods', 'xml', 'csv'] }];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  return canceled ? null : (filePaths[0] ?? null);
}

async function chooseSome(filters: FileFilter[]): Promise<readonly string[]> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return [];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'], filters });
  return canceled ? [] : filePaths;
}

async function chooseKeyFile(): Promise<string | null> {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return null;
  const filters = [{ name: '密钥文件', extensions: ['age'] }];
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters });
  return canceled ? null : (filePaths[0] ?? null);
}

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
