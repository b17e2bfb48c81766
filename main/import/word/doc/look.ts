import { isFontColour, isGroundColour } from '../colour.ts';
import type { RunLook } from '../look.ts';
import type { Bytes } from './bytes.ts';
import { codes, type Modification } from './sprms.ts';

/** Places of the palette (Ico, MS-DOC 2.9.119) that are no colour: automatic and black for text; none and white for grounds. */
const isInkColour = (place: number): boolean => place > 1;
const isPaperColour = (place: number): boolean => place !== 0 && place !== 8;

type Read = (operand: Bytes, base: RunLook) => RunLook;

/** Toggles say on, off, as the style, or the opposite of the style (ToggleOperand, 2.9.327). */
function toggled(operand: Bytes, base: boolean | undefined): boolean {
  const value = operand.u8(0);
  if (value === 0x80) return base ?? false;
  return value === 0x81 ? !(base ?? false) : value !== 0;
}

const readers: ReadonlyMap<number, Read> = new Map<number, Read>([
  [codes.bold, (operand, base) => ({ bold: toggled(operand, base.bold) })],
  [codes.hidden, (operand, base) => ({ hidden: toggled(operand, base.hidden) })],
  [codes.underline, (operand) => ({ underline: operand.u8(0) !== 0 })],
  [codes.dots, (operand) => ({ dots: operand.u8(0) !== 0 })],
  [codes.highlight, (operand) => ({ highlight: isPaperColour(operand.u8(0)) })],
  [codes.colourIndex, (operand) => ({ colour: isInkColour(operand.u8(0)) })],
  [codes.colour, (operand) => ({ colour: isFontColour(hexOf(operand, 0)) })],
  [codes.shadeIndex, (operand) => ({ shade: isShadeIndex(operand.u16(0)) })],
  [codes.shade, (operand) => ({ shade: isPattern(operand.u16(8)) || isGroundColour(hexOf(operand, 4)) })],
]);

/** Looks of characters: what the modifications change of what the styles say (`base`). */
export function lookOf(modifications: readonly Modification[], base: RunLook): RunLook {
  let look = base;
  for (const { code, operand } of modifications) {
    const read = readers.get(code);
    if (read) look = { ...look, ...read(operand, base) };
  }
  return look;
}

/** COLORREF as RRGGBB, '' for automatic (2.9.43). */
function hexOf(operand: Bytes, at: number): string {
  if (operand.u8(at + 3) !== 0) return '';
  return [0, 1, 2]
    .map((channel) =>
      operand
        .u8(at + channel)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
}

/** Patterns but clear and nil (Ipat, 2.9.121). */
const isPattern = (pattern: number): boolean => pattern !== 0 && pattern !== 0xffff;

/** Shd80 (2.9.247): fore colour, ground colour and pattern in one number. */
const isShadeIndex = (shade: number): boolean => shade !== 0xffff && (isPattern(shade >> 10) || isPaperColour((shade >> 5) & 0x1f));
