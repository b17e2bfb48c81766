import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { limits } from '../../limits.ts';
import { entryFile } from './entry-file.ts';
import { listenTo, type ReaderHost } from './host.ts';

/** Reader processes of a plain Node, with a heap of so many bytes. They run with the arguments of the Node that starts them. */
export const forkHostWith = (heap: number): ReaderHost => ({
  start(job, { onMessage, onEnd }) {
    const child = fork(entryFile(), {
      execArgv: [...process.execArgv, `--max-old-space-size=${Math.round(heap / 1e6)}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const said = listenTo(child.stderr);
    child.on('message', onMessage);
    child.on('close', () => onEnd(said()));
    child.on('error', (error) => onEnd({ outOfMemory: false, said: String(error) }));
    child.send(job, () => undefined); // a process that is gone already says so by its end
    return { kill: () => void child.kill('SIGKILL'), memory: () => residentBytes(child.pid) };
  },
});

/** For the command line and the tests. */
export const forkHost = forkHostWith(limits.importHeap);

const pageBytes = 4_096;

/** Linux tells at no cost; elsewhere only the cap on the heap holds. */
function residentBytes(process: number | undefined): number | null {
  try {
    const pages = readFileSync(`/proc/${process}/statm`, 'utf8').split(' ')[1];
    return pages === undefined ? null : Number(pages) * pageBytes;
  } catch {
    return null;
  }
}
