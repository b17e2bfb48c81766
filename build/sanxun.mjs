#!/usr/bin/env node
// `npx sanxun …`: brings packages and bundles up to date, then hands over to the built command line with the tools' Node.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildApp } from './setup/bundle.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { root, toolsNode } from './setup/run.mjs';

ensureDependencies();
buildApp();
// Only a PDF needs Electron; the other commands run on a plain Node.
if (process.argv.some((word) => /\.pdf$/i.test(word))) process.env.SANXUN_ELECTRON ??= ensureElectron().binary;
// Paths on the command line are meant from where it was typed, so the folder is not changed.
const child = spawn(toolsNode(), [path.join(root, 'dist/main/cli.js'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
process.exitCode = await new Promise((resolve, reject) => {
  child.on('error', reject);
  child.on('close', (code) => resolve(code ?? 1));
});
