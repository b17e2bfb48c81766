import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { electronBinary } from '../support/launch.ts';
import { figure, type Figure } from './figure.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What the application adds to Electron itself, on disk. */
export function sizeFigures(): Figure[] {
  const ours = bytesOf(path.join(root, 'dist'), (name) => !name.endsWith('.map'));
  const electron = bytesOf(path.dirname(electronBinary()), () => true);
  const megabytes = (bytes: number): number => bytes / 1_000_000;
  const note = 'dist/ without source maps, the starter repository included';
  return [
    figure({
      group: 'size',
      name: 'size',
      value: megabytes(ours),
      unit: 'MB',
      peer: 'Electron itself',
      peerValue: megabytes(electron),
      goal: null,
      note,
    }),
  ];
}

function bytesOf(folder: string, counts: (name: string) => boolean): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && counts(entry.name))
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
