/** Colour names that say "as text always is", in Word, CSS and Word's web pages. */
const ordinary: ReadonlySet<string> = new Set([
  '',
  'auto',
  'none',
  'transparent',
  'inherit',
  'initial',
  'unset',
  'currentcolor',
  'windowtext',
  'window',
]);

/** Darker than this in every channel nobody can tell from black on paper: web pages are full of #333. */
const darkest = 0x48;
/** Lighter than this in every channel nobody can tell from paper. */
const lightest = 0xf0;

/** Whether a font colour makes text look different. `colour`: a name, RRGGBB with or without #, or rgb(). */
export function isFontColour(colour: string): boolean {
  if (ordinary.has(colour.trim().toLowerCase()) || /^black$/i.test(colour.trim())) return false;
  return !(channelsOf(colour)?.every((channel) => channel < darkest) ?? false);
}

/** Whether a ground colour (highlight, shading, CSS background) makes text look different. */
export function isGroundColour(colour: string): boolean {
  if (ordinary.has(colour.trim().toLowerCase()) || /^white$/i.test(colour.trim())) return false;
  return !(channelsOf(colour)?.every((channel) => channel >= lightest) ?? false);
}

function channelsOf(colour: string): number[] | null {
  const [, hex] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(colour.trim()) ?? [];
  if (hex?.length === 3) return Array.from(hex, (digit) => parseInt(digit + digit, 16));
  if (hex) return [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const [, list] = /^rgba?\(([\d\s.,%/]+)\)$/i.exec(colour.trim()) ?? [];
  return list ? (list.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number) : null;
}
