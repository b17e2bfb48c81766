import { ContentSearchServer } from './server.ts';
import type { FromSearch, ToSearch } from './messages.ts';

const server = new ContentSearchServer((message: FromSearch) => self.postMessage(message, { transfer: [] }));

self.addEventListener('message', ({ data }: MessageEvent<ToSearch>) => {
  server.hear(data).catch(reportError);
});
