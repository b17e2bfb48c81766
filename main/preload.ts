import { contextBridge, ipcRenderer } from 'electron';
import { eventChannels, requestChannels } from '@shared/ipc/channels.ts';

// The whole bridge: two functions and two lists. Arguments are parsed in main, where they arrive.
contextBridge.exposeInMainWorld('bridge', {
  request(channel: string, ...args: readonly unknown[]): Promise<unknown> {
    if (!requestChannels.has(channel)) throw new Error(`unknown channel ${channel}`);
    return ipcRenderer.invoke(channel, ...args);
  },
  /** Returns the function that stops listening. */
  on(channel: string, listener: (value: unknown) => void): () => void {
    if (!eventChannels.has(channel)) throw new Error(`unknown channel ${channel}`);
    const receive = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on(channel, receive);
    return () => ipcRenderer.off(channel, receive);
  },
});
