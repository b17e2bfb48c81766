import { textChannels } from '@shared/ipc/channels.ts';
import type { Args, EventChannel, Events, PageChannel, Reply } from '@shared/ipc/contract.ts';

/** What the preload put on the window. This file is the only one that touches it. */
interface RawBridge {
  request(channel: string, ...args: readonly unknown[]): Promise<unknown>;
  drop(files: readonly File[]): Promise<unknown>;
  on(channel: string, listener: (value: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly bridge: RawBridge;
  }
}

/** Asks main. The types come from the contract; main parses every argument again. */
export async function request<C extends PageChannel>(channel: C, ...args: Args<C>): Promise<Reply<C>> {
  if (!textChannels.has(channel)) return (await window.bridge.request(channel, ...args)) as Reply<C>; // main's handlers are typed by the same contract
  return JSON.parse((await window.bridge.request(channel, JSON.stringify(args))) as string) as Reply<C>; // the same, as main's text
}

/** Hands main what a person dropped onto the page, files and folders; gives the bundles among them and in those folders. */
export async function droppedBundles(files: readonly File[]): Promise<Reply<'bundles:dropped'>> {
  return (await window.bridge.drop(files)) as Reply<'bundles:dropped'>; // main's handler is typed by the contract
}

/** Listens to main; returns the function that stops it. */
export function listen<E extends EventChannel>(channel: E, listener: (value: Events[E]) => void): () => void {
  return window.bridge.on(channel, (value) => listener(value as Events[E])); // sent by main's typed send()
}
