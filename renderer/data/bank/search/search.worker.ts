import type { FromSearch, ToSearch } from './messages.ts';
import { SearchServer } from './server.ts';

const server = new SearchServer((message: FromSearch) => self.postMessage(message, { transfer: [] }));

self.addEventListener('message', ({ data }: MessageEvent<ToSearch>) => {
  server.hear(data).catch(reportError);
});
