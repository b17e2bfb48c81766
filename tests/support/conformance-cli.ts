import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TargetFile } from '@tufjs/models';
import { httpReader } from '../../main/sync/sources/http-reader.ts';
import { watched, type Reader } from '../../main/sync/sources/reader.ts';
import { receive } from '../../main/sync/transfer/receive.ts';
import { openPublisher, trustPublisher } from '../../main/sync/trust/publishers.ts';
import type { Refreshed } from '../../main/sync/trust/refresh.ts';
import { findTarget, placesOf } from '../../main/sync/trust/targets.ts';
import { readFirstRoot } from '../../main/sync/trust/trust.ts';
import { hashFile } from '../../main/files.ts';

// The program's trust path behind the command line that the TUF project's conformance tests speak (CLIENT-CLI.md there):
// node --import ./tests/support/source-alias.mjs tests/support/conformance-cli.ts …

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'metadata-dir': { type: 'string', default: '' },
    'metadata-url': { type: 'string', default: '' },
    'target-name': { type: 'string', multiple: true, default: [] },
    'target-base-url': { type: 'string', default: '' },
    'target-dir': { type: 'string', default: '' },
  },
});
const metadata = values['metadata-dir'];
const trust = path.join(metadata, '.trust');
const { signal } = new AbortController();
const [command, rootFile = ''] = positionals;

await (command === 'init' ? init() : update());

async function init(): Promise<void> {
  const bytes = await readFile(rootFile);
  await mkdir(trust, { recursive: true });
  await trustPublisher(trust, readFirstRoot(bytes, 'root.json'));
  await writeFile(path.join(metadata, 'root.json'), bytes);
}

async function update(): Promise<void> {
  const [fingerprint] = await readdir(trust);
  if (fingerprint === undefined) throw new Error('nothing is trusted');
  const publisher = await openPublisher(trust, fingerprint);
  const reader = watched(await bothBases(), { bytes: 0, date: null });
  try {
    const refreshed = await publisher.refreshFrom(reader, new Date(), signal);
    for (const name of values['target-name']) await download(refreshed, name, reader);
  } finally {
    await showTrusted(path.join(trust, fingerprint, 'trusted.json'));
  }
}

/** Metadata and targets have addresses of their own here. */
async function bothBases(): Promise<Reader> {
  const readers = {
    metadata: httpReader(values['metadata-url'], fetch),
    targets: httpReader(values['target-base-url'] || 'http://localhost', fetch),
  };
  const ask = (file: string): readonly [Reader, string] => {
    const [place, ...rest] = file.split('/');
    return [place === 'metadata' ? readers.metadata : readers.targets, rest.join('/')];
  };
  return {
    ...readers.metadata,
    open: (file, from, stop) => {
      const [reader, name] = ask(file);
      return reader.open(name, from, stop);
    },
  };
}

async function download(refreshed: Refreshed, name: string, reader: Reader): Promise<void> {
  const roles: string[] = [];
  const noting: Reader = {
    ...reader,
    open: (file, from, stop) => {
      const role = /^metadata\/(?:\d+\.)?(.*)\.json$/.exec(file)?.[1];
      if (role !== undefined) roles.push(role);
      return reader.open(file, from, stop);
    },
  };
  let target: TargetFile | null = null;
  try {
    target = await findTarget(refreshed, name, noting, signal);
  } finally {
    await showDelegated(refreshed, roles);
  }
  if (!target) throw new Error(`${name} is not there`);
  const [place] = placesOf(refreshed.store, target);
  if (!place) throw new Error(`${name} lies nowhere`);
  const file = path.join(values['target-dir'], encodeURIComponent(name));
  if ((await hashFile(file).catch(() => '')) !== target.hashes['sha256']) await receive(reader, place, file, signal);
}

/** The tests look at what the client trusts in files of these names. */
async function showTrusted(file: string): Promise<void> {
  const trusted = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Record<string, string | null>;
  for (const [role, text] of Object.entries(trusted)) if (text !== null) await writeFile(path.join(metadata, `${role}.json`), text);
}

async function showDelegated({ store }: Refreshed, roles: readonly string[]): Promise<void> {
  for (const role of roles) {
    const signed = store.getRole(decodeURIComponent(role));
    if (signed) await writeFile(path.join(metadata, `${role}.json`), JSON.stringify(signed.toJSON()));
  }
}
