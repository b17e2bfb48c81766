import type { FromAssembly, ToAssembly } from './messages.ts';
import { AssemblyServer } from './server.ts';

const server = new AssemblyServer((message: FromAssembly) => self.postMessage(message, { transfer: [] }));

self.addEventListener('message', ({ data }: MessageEvent<ToAssembly>) => {
  server.hear(data).catch(reportError);
});
