import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const maxBytes = 1_000_000;
let file: string | null = null;

/** From now on errors are also written to `<directory>/main.log`; the log before is kept once as main.old.log. */
export function logInto(directory: string): void {
  mkdirSync(directory, { recursive: true });
  file = path.join(directory, 'main.log');
}

/** The technical reason of a failure, with its chain of causes. The person sees a sentence; this is for whoever mends it. */
export const log = {
  error(message: string, error: unknown): void {
    write(`${message}: ${describe(error)}`);
  },
  info(message: string): void {
    write(message);
  },
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\n  caused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function write(line: string): void {
  console.error(line);
  if (!file) return;
  try {
    if (sizeOf(file) > maxBytes) renameSync(file, file.replace(/log$/, 'old.log'));
    appendFileSync(file, `${new Date().toISOString()} ${line}\n`);
  } catch {
    // A full disk must not stop the program over its own log; the line is on standard error.
  }
}

function sizeOf(name: string): number {
  return statSync(name, { throwIfNoEntry: false })?.size ?? 0;
}
