#!/usr/bin/env node
// Stands in for fpm, which electron-builder downloads from GitHub: takes the arguments it gives for a deb and has
// Debian's own dpkg-deb make the package. electron-builder runs it by CUSTOM_FPM_PATH (set in build/packaging/tools.ts).
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** xz at this level takes a fifth of the time of level 3 and makes the package some 4 % larger. */
const xzLevel = 1;
const flags = new Set(['--force', '--debug']);

const { options, mappings } = readArguments(process.argv.slice(2));
if (one('-t') !== 'deb') throw new Error(`only deb packages can be made here, not ${one('-t')}`);
const stage = mkdtempSync(path.join(os.tmpdir(), 'sanxun-deb-'));
try {
  mappings.forEach(copyIntoStage);
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', stage]);
  writeControlFiles(path.join(stage, 'DEBIAN'));
  rmSync(one('--package'), { force: true });
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', `-z${xzLevel}`, '--build', stage, one('--package')], { stdio: 'inherit' });
} finally {
  rmSync(stage, { recursive: true, force: true });
}

/** fpm's arguments: `--name value`, `--name=value`, and `source=destination` for each folder or file of the package. */
function readArguments(argv) {
  const found = { options: new Map(), mappings: [] };
  const add = (name, value) => found.options.set(name, [...(found.options.get(name) ?? []), value]);
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index];
    const equals = word.indexOf('=');
    if (flags.has(word)) continue;
    if (!word.startsWith('-')) found.mappings.push(word);
    else if (equals > 0) add(word.slice(0, equals), word.slice(equals + 1));
    else add(word, argv[++index]);
  }
  return found;
}

function all(name) {
  return options.get(name) ?? [];
}

function one(name) {
  return all(name).at(-1) ?? '';
}

function copyIntoStage(mapping) {
  const equals = mapping.lastIndexOf('=');
  const destination = path.join(stage, mapping.slice(equals + 1));
  mkdirSync(path.dirname(destination), { recursive: true });
  cpSync(mapping.slice(0, equals), destination, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
}

function writeControlFiles(directory) {
  const kibibytes = execFileSync('du', ['-sk', stage], { encoding: 'utf8' }).split('\t')[0];
  mkdirSync(directory);
  writeFileSync(path.join(directory, 'control'), control(kibibytes));
  for (const [option, name] of [
    ['--after-install', 'postinst'],
    ['--after-remove', 'postrm'],
  ]) {
    const file = path.join(directory, name);
    writeFileSync(file, readFileSync(one(option)));
    chmodSync(file, 0o755);
  }
}

/** The control file (Debian policy 5.3). A field without a value is left out. */
function control(kibibytes) {
  const [synopsis, ...details] = one('--description')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const fields = {
    Package: one('--name').toLowerCase(),
    Version: one('--version'),
    Architecture: one('--architecture'),
    Maintainer: one('--maintainer'),
    'Installed-Size': kibibytes,
    Section: one('--category') || 'misc',
    Priority: one('--deb-priority'),
    Homepage: one('--url'),
    Depends: all('-d').join(', '),
    Recommends: all('--deb-recommends').join(', '),
    Description: [synopsis, ...details].join('\n '),
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  return lines.map(([name, value]) => `${name}: ${value}\n`).join('');
}
