/** What a command gives back; main/cli/index.ts prints it. */
export interface CliResult {
  /** The one JSON document for standard output; null where a command has none. */
  readonly document: unknown;
  /** The same for people, line by line; shown on standard output without `--json`. */
  readonly lines: readonly string[];
  /** For standard error, whatever the form of the output. */
  readonly messages: readonly string[];
  /** 0 done · 1 the input was refused · 2 wrong usage. */
  readonly exitCode: 0 | 1 | 2;
}

/** A command gets the words after its name, without `--json`-handling of its own to do: index.ts chooses document or lines. */
export type Command = (args: readonly string[]) => Promise<CliResult>;

export const done = (document: unknown, lines: readonly string[], messages: readonly string[] = []): CliResult => ({
  document,
  lines,
  messages,
  exitCode: 0,
});

/** The input was understood and refused. `document` still goes out where a script wants the reasons. */
export const refused = (document: unknown, messages: readonly string[]): CliResult => ({ document, lines: [], messages, exitCode: 1 });

/** Wrong usage: thrown anywhere in a command, printed by index.ts with the usage line. */
export class UsageError extends Error {}

/** A usage line with its reason; ends the command with exit code 2. */
export function usage(line: string, reason: string): never {
  throw new UsageError(`${reason}\n用法 Usage: ${line}`);
}
