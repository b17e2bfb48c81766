import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

interface Import {
  readonly file: string;
  readonly target: string;
}

/** Every import of a room, project files as paths from the root ('shared/exam/grade.ts'), packages by their name. */
function importsOf(room: string): Import[] {
  const files = readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.posix.join(room, name.split(path.sep).join('/')));
  return files.flatMap((file) =>
    targetsIn(readFileSync(path.join(root, file), 'utf8')).map((target) => ({ file, target: resolve(file, target) })),
  );
}

/** A statement ends its line with the target; a sentence that holds the same words stands elsewhere. */
function targetsIn(text: string): string[] {
  const statements = /^(?:import|export|\}).* from '([^']+)';$|^import '([^']+)';$|\bimport\('([^']+)'\)/gm;
  return [...text.matchAll(statements)].flatMap((match) => match.slice(1).filter((target) => target !== undefined));
}

function resolve(file: string, target: string): string {
  if (target.startsWith('@shared/')) return target.replace('@shared', 'shared');
  return target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target;
}

const isProject = (target: string): boolean => /^(main|renderer|shared|build|tests)\//.test(target);
const report = (imports: readonly Import[], advice: string): string[] =>
  imports.map(({ file, target }) => `${file} imports ${target}: ${advice}`);

test('shared imports only shared and pure packages', () => {
  const pure = ['zod', 'ts-fsrs', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'];
  const wrong = importsOf('shared').filter(({ target }) => (isProject(target) ? !target.startsWith('shared/') : !pure.includes(target)));
  expect(report(wrong, 'rules are plain functions; put effects into main or renderer/data')).toEqual([]);
});

test('main never imports the renderer', () => {
  const wrong = importsOf('main').filter(({ target }) => target.startsWith('renderer/') || target === 'react' || target === 'dexie');
  expect(report(wrong, 'what both sides need belongs to shared')).toEqual([]);
});

test('the renderer has no Node, no Electron and nothing of main', () => {
  const wrong = importsOf('renderer').filter(({ target }) => /^(node:|main\/|electron)/.test(target));
  expect(report(wrong, 'ask main through bridge.ts')).toEqual([]);
});

test('only renderer/data knows Dexie', () => {
  const wrong = importsOf('renderer').filter(({ file, target }) => target.startsWith('dexie') && !file.startsWith('renderer/data/'));
  expect(report(wrong, 'write a short named read or write in renderer/data')).toEqual([]);
});

test('renderer/data imports neither screens nor the bridge; renderer/ui nothing of the product', () => {
  const data = importsOf('renderer/data').filter(({ target }) => target.startsWith('renderer/') && !target.startsWith('renderer/data/'));
  const ui = importsOf('renderer/ui').filter(({ target }) => isProject(target) && !target.startsWith('renderer/ui/'));
  expect(report(data, 'pass what is needed as an argument')).toEqual([]);
  expect(report(ui, 'pass texts and values as props')).toEqual([]);
});

test('a feature never imports another feature', () => {
  const common = new Set(['data', 'ui', 'app']);
  const folderOf = (file: string): string => file.split('/')[1] ?? '';
  const wrong = importsOf('renderer').filter(({ file, target }) => {
    if (!target.startsWith('renderer/') || target.split('/').length < 3) return false;
    const [from, to] = [folderOf(file), folderOf(target)];
    return from !== to && from !== 'app' && !common.has(to) && file.split('/').length > 2;
  });
  expect(report(wrong, 'looks move to renderer/ui, facts to renderer/data, rules to shared')).toEqual([]);
});

test('only bridge.ts touches window.bridge', () => {
  const files = readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const touching = files.filter((name) => readFileSync(path.join(root, 'renderer', name), 'utf8').includes('window.bridge'));
  expect(touching).toEqual(['bridge.ts']);
});
