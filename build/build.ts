// Bundles main, preload and renderer, then publishes the starter repository with the command line that was just built.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { publishStarter } from './starter/publish.ts';

const here = import.meta.dirname;
for (const room of ['main', 'preload', 'renderer']) {
  await build({ configFile: path.join(here, `vite.${room}.ts`), mode: process.env.MODE ?? 'production', logLevel: 'warn' });
}
const starter = path.join(here, '../dist/starter');
rmSync(starter, { recursive: true, force: true });
mkdirSync(starter, { recursive: true });
await publishStarter(starter);
