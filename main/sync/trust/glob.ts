/**
 * Whether a delegation's pattern covers a target (spec 4.5: "PATHPATTERN … shell-style wildcards", `*` and `?` not
 * matching `/`). Patterns come from signed files and names from anywhere, so the time is bounded by their lengths. Leading
 * dots, `!`, `#` and braces mean nothing here, which is why it is no glob of a shell.
 */
export function matchesPattern(pattern: string, target: string): boolean {
  const patterns = pattern.split('/');
  const parts = target.split('/');
  return patterns.length === parts.length && patterns.every((part, place) => matchesPart(tokensOf(part), [...(parts[place] ?? '')]));
}

type Token = '*' | ((character: string) => boolean);

function tokensOf(pattern: string): readonly Token[] {
  return Array.from(pattern.matchAll(/\[(!?)(\]?[^\]]*)\]|[^]/gu), ([text, not, set]): Token => {
    if (set !== undefined) return (character) => isInSet(set, character) !== (not === '!');
    if (text === '*') return '*';
    return text === '?' ? () => true : (character) => character === text;
  });
}

function isInSet(set: string, character: string): boolean {
  return Array.from(set.matchAll(/([^])-([^])|([^])/gu)).some(([, from, to, single]) =>
    from !== undefined && to !== undefined ? from <= character && character <= to : character === single,
  );
}

/** Goes back to the last star only: whatever an earlier one could take, the last can too. */
function matchesPart(tokens: readonly Token[], characters: readonly string[]): boolean {
  let token = 0;
  let star = -1;
  let taken = 0;
  for (let at = 0; at < characters.length;) {
    const current = tokens[token];
    if (current === '*') {
      star = token++;
      taken = at;
    } else if (current?.(characters[at] ?? '')) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      token = star + 1;
      at = ++taken;
    } else return false;
  }
  return tokens.slice(token).every((rest) => rest === '*');
}
