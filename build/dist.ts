// Packages the built application with electron-builder: for each platform the unpacked program, its fuses read back,
// and from it the artifacts. `npm run dist -- WORD…` makes a part; build/setup.mjs names the Electron to use.
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Arch, build, Platform, type Configuration } from 'electron-builder';
import { artifacts, planOf, words, type ArtifactName, type PlatformName } from './packaging/plan.ts';
import { provideTool } from './packaging/tools.ts';
import { verifyFuses, verifyIntegrity } from './packaging/verify.ts';
import { fetchFallback } from './setup/electron.mjs';
import metadata from '../package.json' with { type: 'json' };

interface Row {
  readonly name: string;
  readonly state: 'made' | 'skipped' | 'failed';
  readonly what: string;
  readonly seconds: number;
}

const root = path.resolve(import.meta.dirname, '..');
const host: PlatformName = process.platform === 'win32' ? 'win32' : 'linux';
const official = process.env.SANXUN_ELECTRON_OFFICIAL === 'true';
const platforms = {
  linux: { platform: Platform.LINUX, directory: 'release/linux-unpacked', binary: 'sanxun' },
  win32: { platform: Platform.WINDOWS, directory: 'release/win-unpacked', binary: `${metadata.productName}.exe` },
} as const;

/** The Electron of a platform. electron-builder downloads the official one of the other platform by its version. */
function electronOf(platform: PlatformName): Pick<Configuration, 'electronVersion' | 'electronDist'> {
  const { SANXUN_ELECTRON_DIST: directory, SANXUN_ELECTRON_VERSION: version } = process.env;
  if (!directory || !version) throw new Error('run it by npm run dist, which finds Electron');
  if (platform === host) return { electronVersion: version, electronDist: directory };
  if (official) return { electronVersion: version };
  const fallback = fetchFallback(platform);
  return { electronVersion: fallback.version, electronDist: fallback.directory };
}

/** With the prebuilt copy the version itself says `trial`: in every file's name, in the window, in the deb. */
function configurationOf(platform: PlatformName): Configuration {
  return { ...electronOf(platform), ...(official ? {} : { extraMetadata: { version: `${metadata.version}-trial` } }) };
}

/** Makes the unpacked program and reads back what was set in it. */
async function unpacked(platform: PlatformName): Promise<string> {
  const { platform: target, directory, binary } = platforms[platform];
  await rm(path.join(root, directory), { recursive: true, force: true });
  let fuses: Configuration['electronFuses'];
  const config: Configuration = {
    ...configurationOf(platform),
    afterPack: async ({ appOutDir, packager }) => {
      fuses = packager.config.electronFuses;
      await rm(path.join(appOutDir, 'resources/default_app.asar'), { force: true });
    },
  };
  await build({ projectDir: root, targets: target.createTarget('dir', Arch.x64), config, publish: 'never' });
  await verifyFuses(path.join(root, directory, binary), fuses ?? {});
  if (platform === 'win32') await verifyIntegrity(path.join(root, directory, binary));
  return directory;
}

async function packed(name: ArtifactName): Promise<string> {
  const { platform, target } = artifacts[name];
  const made = await build({
    projectDir: root,
    targets: platforms[platform].platform.createTarget(target, Arch.x64),
    prepackaged: platforms[platform].directory,
    config: configurationOf(platform),
    publish: 'never',
  });
  const file = made.find((one) => !one.endsWith('.blockmap'));
  if (!file) throw new Error(`electron-builder made no ${target}`);
  const { size } = await stat(file);
  return `${path.relative(root, file)} (${(size / 1e6).toFixed(1)} MB)`;
}

async function row(name: string, make: () => Promise<string>): Promise<Row> {
  const started = performance.now();
  const seconds = (): number => Math.round((performance.now() - started) / 100) / 10;
  try {
    return { name, state: 'made', what: await make(), seconds: seconds() };
  } catch (error) {
    console.error(error);
    return {
      name,
      state: 'failed',
      what: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
      seconds: seconds(),
    };
  }
}

async function artifactRow(name: ArtifactName): Promise<Row> {
  const missing = provideTool(artifacts[name].tool, official);
  return missing ? { name, state: 'skipped', what: missing, seconds: 0 } : row(name, () => packed(name));
}

async function platformRows(platform: PlatformName, names: ReadonlySet<ArtifactName>): Promise<Row[]> {
  const name = platform === 'linux' ? 'linux-dir' : 'win-dir';
  // Windows keeps no execute bits, so a Linux program packed there would not start.
  if (platform === 'linux' && host === 'win32') return [{ name, state: 'skipped', what: 'build it on Linux', seconds: 0 }];
  const rows = [await row(name, () => unpacked(platform))];
  if (rows[0]?.state === 'made') for (const artifact of names) rows.push(await artifactRow(artifact));
  return rows;
}

const asked = process.argv.slice(2);
const plan = planOf(asked, host);
if (!plan) {
  console.error(`usage: npm run dist -- [${words.join('|')}] …`);
  process.exit(2);
}
if (!official) {
  console.error('TRIAL BUILD: this is made from a prebuilt copy of an older Electron, not from the official one.');
  console.error('It is named -trial- and is not to be handed out; build releases where github.com is reachable.');
}
// Level 3 makes archives some 5 % larger in a tenth of the time.
process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '3';
const rows: Row[] = [];
for (const [platform, names] of plan) rows.push(...(await platformRows(platform, names)));
console.table(rows);
// What was asked for by its own name must be there; of the default set a part may be skipped.
const lacking = rows.filter(({ state, name }) => state === 'failed' || (state === 'skipped' && asked.includes(name)));
// exit and not exitCode: electron-builder's clean-up at the end of the event loop would exit with 0.
process.exit(lacking.length === 0 ? 0 : 1);
