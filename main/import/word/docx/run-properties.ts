import { isFontColour, isGroundColour } from '../colour.ts';
import type { RunLook } from '../look.ts';
import { symbolFontOf } from '../symbols.ts';
import type { Attribute } from './xml.ts';

/** An empty value or none means on (ST_OnOff). */
const isOn = (value: string): boolean => !['0', 'false', 'off', 'none'].includes(value);

/** One property after another: by the name of its element. */
const properties: Readonly<Record<string, (attribute: Attribute) => RunLook>> = {
  'w:u': (attribute) => ({ underline: !['', 'none'].includes(attribute('w:val')) }),
  'w:color': (attribute) => ({ colour: isFontColour(attribute('w:val')) }),
  'w:highlight': (attribute) => ({ highlight: isGroundColour(attribute('w:val')) }),
  'w:shd': (attribute) => ({ shade: isShade(attribute('w:val')) || isGroundColour(attribute('w:fill')) }),
  'w:b': (attribute) => ({ bold: isOn(attribute('w:val')) }),
  'w:em': (attribute) => ({ dots: isOn(attribute('w:val')) }),
  'w:vanish': (attribute) => ({ hidden: isOn(attribute('w:val')) }),
  'w:rFonts': (attribute) => ({ symbolFont: symbolFontOf(attribute('w:ascii')) }),
};

/** 字符底纹 is a grey pattern over white; clear and nil are no pattern. */
const isShade = (pattern: string): boolean => !['', 'clear', 'nil'].includes(pattern);

/** Properties with one more element of a w:rPr. */
export function withProperty(look: RunLook, name: string, attribute: Attribute): RunLook {
  const read = properties[name];
  return read ? { ...look, ...read(attribute) } : look;
}
