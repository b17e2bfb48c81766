import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { droppedChannel, eventChannels, requestChannels } from '@shared/ipc/channels.ts';

// The whole bridge: three functions and two lists. Arguments are parsed in main, where they arrive.
contextBridge.exposeInMainWorld('bridge', {
  request(channel: string, ...args: readonly unknown[]): Promise<unknown> {
    if (!requestChannels.has(channel)) throw new Error(`unknown channel ${channel}`);
    return ipcRenderer.invoke(channel, ...args);
  },
  /** What a person dropped onto the page. Its paths go to main and never into the page; a file that the page made itself has none. */
  drop(files: readonly File[]): Promise<unknown> {
    const paths = files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    return paths.length === 0 ? Promise.resolve([]) : ipcRenderer.invoke(droppedChannel, paths);
  },
  /** Returns the function that stops listening. */
  on(channel: string, listener: (value: unknown) => void): () => void {
    if (!eventChannels.has(channel)) throw new Error(`unknown channel ${channel}`);
    const receive = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on(channel, receive);
    return () => ipcRenderer.off(channel, receive);
  },
});
