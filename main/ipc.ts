import { BrowserWindow, ipcMain, type IpcMainInvokeEvent } from 'electron';
import { textChannels } from '@shared/ipc/channels.ts';
import type { Args, Channel, EventChannel, Events, Reply } from '@shared/ipc/contract.ts';
import { parseArgs } from '@shared/ipc/parse.ts';
import { origin } from './app-protocol.ts';
import { limits } from './limits.ts';
import { log } from './log.ts';

export type Handlers = { readonly [C in Channel]: (...args: Args<C>) => Reply<C> | Promise<Reply<C>> };

/** Opens every channel of the contract. A missing handler does not compile. */
export function register(handlers: Handlers): void {
  for (const channel of Object.keys(handlers) as Channel[]) open(channel, handlers[channel]);
}

/** Tells every window. */
export function send<E extends EventChannel>(channel: E, value: Events[E]): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, value);
}

function open<C extends Channel>(channel: C, handler: Handlers[C]): void {
  const isText = textChannels.has(channel);
  ipcMain.handle(channel, async (event, ...args: readonly unknown[]) => {
    if (!isOurPage(event)) throw new Error(`${channel}: refused, the sender is not our page`);
    try {
      const reply = await handler(...parseArgs(channel, isText ? argumentsIn(args) : args));
      return isText ? JSON.stringify(reply ?? null) : reply;
    } catch (error) {
      log.error(channel, error);
      throw error;
    }
  });
}

/** Arguments that came as one text. Throws on anything else. */
function argumentsIn([text]: readonly unknown[]): readonly unknown[] {
  if (typeof text !== 'string' || text.length > limits.callText) throw new Error('the arguments are no text, or too long a one');
  const args: unknown = JSON.parse(text);
  if (!Array.isArray(args)) throw new Error('the text is no list of arguments');
  return args;
}

/** Only the main frame of our own page may call. */
function isOurPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}
