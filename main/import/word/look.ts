import type { Look } from './piece.ts';

/** What run properties say, as far as it matters here; what they leave out comes from the styles. */
export interface RunLook {
  readonly underline?: boolean;
  readonly colour?: boolean;
  readonly highlight?: boolean;
  readonly shade?: boolean;
  readonly bold?: boolean;
  /** 着重号 */
  readonly dots?: boolean;
  readonly hidden?: boolean;
  /** Name of the font where it is one of symbols, else ''. */
  readonly symbolFont?: string;
}

/**
 * The look of a run: its own properties before its character style's before its paragraph's. Bold and hidden are toggles:
 * set in both styles they cancel out (ECMA-376 part 1, 17.7.3).
 */
export function effectiveLook(own: RunLook, character: RunLook, paragraph: RunLook): RunLook {
  const bold = own.bold ?? (character.bold ?? false) !== (paragraph.bold ?? false);
  const hidden = own.hidden ?? (character.hidden ?? false) !== (paragraph.hidden ?? false);
  return { ...paragraph, ...character, ...own, bold, hidden };
}

export function marksOf(look: RunLook): readonly Look[] {
  const looks: Look[] = [];
  if (look.underline) looks.push('underline');
  if (look.colour || look.highlight || look.shade) looks.push('colour');
  if (look.bold || look.dots) looks.push('strong');
  return looks;
}
