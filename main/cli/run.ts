// The command line: the functions of the program without a window. One JSON document or readable lines go to standard
// output, everything said to people to standard error; exit code 0 done, 1 refused, 2 wrong usage.
import { jsonBlocks } from './json-blocks.ts';
import { UsageError, type CliResult, type Command } from './command.ts';

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  'bank check': async () => (await import('./bank/bank-check.ts')).bankCheck,
  'bank template': async () => (await import('./bank/bank-template.ts')).bankTemplateCommand,
  publish: async () => (await import('./publish/publish.ts')).publish,
  'keys status': async () => (await import('./publish/keys.ts')).keysStatus,
  'keys protect': async () => (await import('./publish/keys.ts')).keysProtect,
  'keys export': async () => (await import('./publish/keys.ts')).keysExport,
  'keys import': async () => (await import('./publish/keys.ts')).keysImport,
  'keys remove-root': async () => (await import('./publish/keys.ts')).keysRemoveRoot,
  'keys rotate': async () => (await import('./publish/keys.ts')).keysRotate,
  upload: async () => (await import('./publish/upload.ts')).uploadCommand,
  sync: async () => (await import('./sync.ts')).sync,
  carry: async () => (await import('./carry.ts')).carryCommand,
  'repo get': async () => (await import('./repo-get.ts')).repoGet,
  paper: async () => (await import('./bank/paper.ts')).paper,
  'bundle inspect': async () => (await import('./bundle/inspect.ts')).bundleInspect,
  serve: async () => (await import('./serve.ts')).serve,
};

/** Standard output and standard error, line by line. */
export interface Streams {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
}

/** Runs one command with the words after `sanxun` and gives its exit code. A bug throws. */
export async function runCommand(words: readonly string[], streams: Streams): Promise<number> {
  const wantsJson = words.includes('--json');
  try {
    const { load, rest } = find(words.filter((word) => word !== '--json'));
    const run = await load();
    return print(await run(rest), wantsJson, streams);
  } catch (error) {
    if (!isUsage(error)) throw error;
    streams.error(error.message);
    return 2;
  }
}

function find(words: readonly string[]): { load: () => Promise<Command>; rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load) return { load, rest: words.slice(length) };
  }
  throw new UsageError(`用法 Usage: sanxun ${Object.keys(commands).join(' | ')} …`);
}

function print({ document, lines, messages, exitCode }: CliResult, wantsJson: boolean, { out, error }: Streams): number {
  for (const message of messages) error(message);
  if (!wantsJson) for (const line of lines) out(line);
  else if (document !== null) for (const block of jsonBlocks(document)) out(block);
  return exitCode;
}

/** Our own complaint, or that of node:util's parseArgs. */
function isUsage(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
