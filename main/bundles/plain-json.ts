import { limits } from '../limits.ts';

/**
 * What stands in JSON; null where it is none, or is nested deeper than anything of ours. JSON.parse would read such nesting
 * too: a few kilobytes of packed brackets become gigabytes of lists.
 */
export function readPlainJson(text: string): unknown {
  if (isTooDeep(text)) return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const [quote, backslash, openList, closeList, openObject, closeObject] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Brackets within strings are none. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isString = false;
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    if (code === quote) isString = !isString;
    else if (isString) place += code === backslash ? 1 : 0;
    else if (code === openList || code === openObject) depth += 1;
    else if (code === closeList || code === closeObject) depth -= 1;
    if (depth > limits.jsonDepth) return true;
  }
  return false;
}
