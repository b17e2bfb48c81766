import { refused, type CliResult } from '../command.ts';

/** A file that was not opened, and why in one word. */
export const refusedAs = (file: string, kind: string): CliResult =>
  refused({ ok: false, file, problems: [{ code: kind }] }, [`[${kind}] ${file}`]);
