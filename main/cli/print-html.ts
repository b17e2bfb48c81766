import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findElectron, runElectron } from './electron.ts';

/** Electron starts in seconds; a print that takes longer hangs. */
const printTimeout = 60_000;

/** Prints an HTML document to a PDF file with Electron, which a plain Node cannot do itself. Throws where there is none or it fails. */
export async function printHtml(html: string, target: string): Promise<void> {
  const root = findRoot(import.meta.dirname);
  const electron = findElectron(root);
  if (!electron) throw new Error('no Electron to print with: run npm start once, or name its binary in SANXUN_ELECTRON');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sanxun-print-'));
  try {
    const source = path.join(folder, 'paper.html');
    await writeFile(source, html);
    const { code, said } = await runElectron(electron, [path.join(root, 'dist/main/print.js'), source, target], printTimeout);
    if (code !== 0) throw new Error(`printing ended with ${code ?? 'a signal'}: ${said.slice(-500)}`);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The folder of the project: the nearest one above that holds its package.json. */
function findRoot(directory: string): string {
  if (existsSync(path.join(directory, 'package.json'))) return directory;
  const above = path.dirname(directory);
  if (above === directory) throw new Error('package.json not found');
  return findRoot(above);
}
