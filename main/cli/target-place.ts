import path from 'node:path';
import { Refusal } from '../sync/refusal.ts';
import { requireInside } from '../sync/trust/names.ts';

/** The folder of trust that `repo get` keeps beside the targets. */
export const trustFolder = '.trust';

/** Room for `.part` and the like behind a name; file systems end at 255 bytes. */
const longestPart = 230;

/**
 * Where a target is saved. Its name comes from outside: it may name folders below the given one, and nothing else, on
 * whatever system the folder lies. Throws Refusal not-understood.
 */
export function placeFor(into: string, target: string, platform: NodeJS.Platform = process.platform): string {
  requireInside(target);
  const parts = target.split('/');
  const forbidden = parts.find((part) => isForbidden(part) || (platform === 'win32' && isForbiddenOnWindows(part)));
  if (forbidden !== undefined || parts[0]?.toLowerCase() === trustFolder) {
    throw new Refusal('not-understood', target, 'a name that cannot be saved safely');
  }
  return path.join(into, ...parts);
}

/** Control characters; names that are devices on Windows, where the folder may be carried to; what leaves no room for a part file. */
function isForbidden(part: string): boolean {
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part);
  return isDevice || /\p{Cc}/u.test(part) || Buffer.byteLength(part) > longestPart;
}

const isForbiddenOnWindows = (part: string): boolean => /[<>:"|?*]|[. ]$/.test(part);
