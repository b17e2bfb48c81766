import { builtinModules } from 'node:module';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
export const alias = { '@shared': path.join(root, 'shared') };
/** What Electron and Node bring themselves; everything else is bundled. */
export const builtIn = ['electron', /^electron\//, /^node:/, ...builtinModules];
