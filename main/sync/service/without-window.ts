import { freeBytesOf, removableFolders } from '../../drives.ts';
import { directly, withoutProxy } from '../sources/direct/directly.ts';
import type { Log } from '../refusal.ts';
import type { PackagesOptions } from './packages.ts';

/** How packages are handled where there is no window: the command line, the bench. The place of a folder is its own path. */
export const withoutWindow = (directory: string, log: Log): PackagesOptions => ({
  directory,
  starter: null,
  get: directly(fetch, withoutProxy(process.env)),
  now: Date.now,
  placeOf: (place) => place,
  drives: removableFolders,
  floors: null,
  monthlyLimit: () => null,
  freeBytes: freeBytesOf,
  changed: () => undefined,
  log,
});
