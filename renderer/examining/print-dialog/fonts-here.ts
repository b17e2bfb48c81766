/** A font that papers are set in, with what takes its place, in the order of the printed style. */
const chains = [
  ['方正小标宋简体', '华文中宋', '宋体'],
  ['仿宋_GB2312', '仿宋'],
  ['楷体_GB2312', '楷体'],
  ['黑体', 'SimHei'],
] as const;

export interface Substitute {
  readonly wanted: string;
  /** Null where none of the named ones is there and the system chooses. */
  readonly used: string | null;
}

/** Which fonts of a paper are replaced on this computer; `isHere` tells whether a font is installed. */
export function substitutes(isHere: (font: string) => boolean): Substitute[] {
  return chains.flatMap((chain) => {
    const used = chain.find(isHere) ?? null;
    return used === chain[0] ? [] : [{ wanted: chain[0], used }];
  });
}

const sample = 'mmmmWWWWiiii0123';

/**
 * Whether a font is installed. No interface tells that without a question to the person; a font that is there sets Latin
 * letters wider or narrower than at least one of two very different families of the system.
 */
export function fontIsHere(font: string): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return false;
  const widthIn = (family: string): number => {
    context.font = `40px ${family}`;
    return context.measureText(sample).width;
  };
  return ['monospace', 'sans-serif'].every((family) => widthIn(`"${font}", ${family}`) !== widthIn(family));
}
