import type { FromCheck } from './messages.ts';
import { runCheck } from './run.ts';

const say = (message: FromCheck): void => self.postMessage(message, { transfer: [] });

self.addEventListener('message', ({ data }: MessageEvent<string>) => {
  runCheck(data, (share) => say({ kind: 'progress', share }))
    .then((report) => say({ kind: 'report', report }))
    .catch(reportError);
});
