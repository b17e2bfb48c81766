import { honourProxy } from './proxy.ts';
import { runCommand } from './run.ts';

honourProxy(process.env);
process.exitCode = await runCommand(process.argv.slice(2), { out: console.log, error: console.error });
