// Builds what is out of date: the bundles follow the sources, the starter repository follows the bundles of the command line.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, toolsNode } from './run.mjs';

const stampFile = path.join(root, 'dist/.built');
const sources = ['main', 'renderer', 'shared', 'build', 'package-lock.json', 'package.json'];

export function buildApp() {
  const wanted = fingerprint();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  console.error('Building …');
  const result = spawnSync(toolsNode(), ['build/build.ts'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) throw new Error('the build failed: see its message above');
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, wanted);
}

/** Names, sizes and times of all sources; reading the contents would cost more than a second on an old disk. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (entry) => {
    const stat = statSync(entry);
    if (stat.isDirectory()) for (const name of readdirSync(entry).sort()) visit(path.join(entry, name));
    else hash.update(`${path.relative(root, entry)}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const name of sources) visit(path.join(root, name));
  return hash.digest('hex');
}
