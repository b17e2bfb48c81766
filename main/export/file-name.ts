const longest = { characters: 80, bytes: 240 } as const;

const refused = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const edges = /^[\s.]+|[\s.]+$/gu;
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i;

/**
 * A title as a file name, without ending, that Windows, FAT, exFAT and Linux all take: at most 80 characters and 240
 * bytes, which leaves room for '.xlsx.tmp'. Chinese stays. Making a safe name safe again changes nothing.
 */
export function safeFileName(title: string): string {
  const kept = title.toWellFormed().normalize('NFC').replaceAll(refused, '').replaceAll(edges, '');
  if (kept === '') return '未命名';
  const stem = kept.split('.')[0]?.trim() ?? '';
  return clip(reserved.test(stem) ? `_${kept}` : kept, longest.characters, longest.bytes);
}

/** Safe names for several titles, each one different also where upper and lower case are the same to the file system. */
export function distinctFileNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const base = safeFileName(title);
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = numbered(base, `(${number})`);
    taken.add(name.toLowerCase());
    return name;
  });
}

const numbered = (base: string, suffix: string): string =>
  clip(base, longest.characters - suffix.length, longest.bytes - suffix.length) + suffix;

/** Cuts at whole characters; what the cut brings to the end may again be a dot or a space. */
function clip(text: string, characters: number, bytes: number): string {
  const kept = [...text].slice(0, characters);
  while (Buffer.byteLength(kept.join('')) > bytes) kept.pop();
  return kept.join('').replaceAll(edges, '');
}
