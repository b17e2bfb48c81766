import { app, utilityProcess } from 'electron';
import { limits } from '../../limits.ts';
import { entryFile } from './entry-file.ts';
import { listenTo, type ReaderHost } from './host.ts';

/** Reader processes of the window's program. Packaged programs cannot fork a plain Node: that switch of Electron is off in them. */
export const utilityHost: ReaderHost = {
  start(job, { onMessage, onEnd }) {
    const child = utilityProcess.fork(entryFile(), [], {
      // Electron hands options of the engine on only in this form.
      execArgv: [`--js-flags=--max-old-space-size=${Math.round(limits.importHeap / 1e6)}`],
      serviceName: 'sanxun reader',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said = listenTo(child.stderr);
    let killed = false;
    child.on('spawn', () => killed && end(child.pid));
    child.on('message', onMessage);
    child.on('exit', () => onEnd(said()));
    child.postMessage(job, []);
    const kill = (): void => {
      killed = true; // before it has a number it cannot be ended
      end(child.pid);
    };
    return { kill, memory: () => workingSet(child.pid) };
  },
};

/** Electron's own kill asks politely, which a busy process does not hear. */
function end(child: number | undefined): void {
  try {
    if (child !== undefined) process.kill(child, 'SIGKILL');
  } catch {
    // It has ended by itself meanwhile.
  }
}

function workingSet(child: number | undefined): number | null {
  const metric = app.getAppMetrics().find(({ pid }) => pid === child);
  return metric ? metric.memory.workingSetSize * 1_024 : null;
}
