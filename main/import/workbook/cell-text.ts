import { SSF, type CellObject } from '@e965/xlsx';

/** How the values of cells become texts. */
export interface CellTexts {
  readonly date1904: boolean;
  /** Every date of a day as YYYY-MM-DD, also one that is shown as 9月5日: a plan wants the year that the cell holds. */
  readonly wholeDates: boolean;
  /** Longer texts are cut one character behind it, so that they still show that they are too long. */
  readonly longest: number;
}

/** A cell of the workbook library as text. */
export function cellText(cell: CellObject, texts: CellTexts): string {
  const { t, v, w, z } = cell;
  if (t === 's') return plainText(String(v ?? ''));
  if (t === 'b') return v ? 'TRUE' : 'FALSE';
  if (t === 'e') return w ?? errors[Number(v)] ?? '#N/A';
  if (v instanceof Date) return v.toISOString().slice(0, 10);
  if (typeof v !== 'number') return plainText(w ?? String(v ?? ''));
  return w !== undefined && !isDate(z) ? w : numberText(v, typeof z === 'string' ? z : undefined, texts);
}

/**
 * Numbers as the sheet shows them (2%, 001), also 7月1日 and 8:30; other dates as YYYY-MM-DD, because how 7/1/21 is shown
 * depends on the country of the machine.
 */
export function numberText(value: number, format: string | undefined, { date1904, wholeDates }: Omit<CellTexts, 'longest'>): string {
  if (format === undefined || format === 'General' || format === '@') {
    return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15))); // what a sheet keeps of a number
  }
  if (isDate(format))
    return isPlainDate(format) && !(wholeDates && hasDay(format)) ? formatted(value, format, date1904) : dateText(value, date1904);
  return formatted(value, format, date1904);
}

function formatted(value: number, format: string, date1904: boolean): string {
  try {
    return SSF.format(format, value, { date1904 }) as string; // the library types it as any
  } catch {
    return String(value); // a format that the library does not know says nothing about the number
  }
}

/** Not a month or a time of day alone. */
const hasDay = (format: string): boolean => /d/i.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ''));

/** With the units of the language, or a time of day alone. */
function isPlainDate(format: string): boolean {
  const code = format.replace(/\[[^\]]*\]/g, '');
  return /[年月日时時分]/.test(code) || (/h/i.test(code) && !/[yd]/i.test(code));
}

const odd = /[\r\u00a0]|_x000D_/;

/** Excel keeps line ends of a text in all three ways, and carriage returns as _x000D_. */
export function plainText(text: string): string {
  if (!odd.test(text)) return text;
  return text.replaceAll('_x000D_', '').replace(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
}

const dateFormats = new Map<unknown, boolean>();

function isDate(format: unknown): boolean {
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const found = typeof format === 'string' && SSF.is_date(format) === true;
  dateFormats.set(format, found);
  return found;
}

function dateText(serial: number, date1904: boolean): string {
  const parts = SSF.parse_date_code(serial, { date1904 }) as DateParts | null; // the library types it as any
  if (!parts) return String(serial);
  const { y, m, d, H, M } = parts;
  const two = (part: number): string => String(part).padStart(2, '0');
  const date = `${y}-${two(m)}-${two(d)}`;
  return H || M ? `${date} ${two(H)}:${two(M)}` : date;
}

interface DateParts {
  readonly y: number;
  readonly m: number;
  readonly d: number;
  readonly H: number;
  readonly M: number;
}

/** Error values by their codes ([MS-XLS] 2.5.10). */
const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};
