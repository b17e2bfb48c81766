/** 'YYYY-MM-DD' of a moment on this computer's calendar. */
export function dayOf(at: number): string {
  const date = new Date(at);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** 'YYYY-MM-DD HH:mm' of a moment on this computer's clock. */
export function minuteOf(at: number): string {
  const date = new Date(at);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${dayOf(at)} ${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

/** A share, 0 to 1, in whole percent. */
export const percentOf = (share: number): number => Math.round(100 * share);

/** A size for people: 512 B, 3.4 KB, 12.0 MB. */
export function sizeOf(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit] ?? ''}`;
}
