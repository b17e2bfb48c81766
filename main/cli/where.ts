import path from 'node:path';
import type { SourceLocation } from '@shared/ipc/contract.ts';

/** `--from URL|DIR`: what begins with http is an address, everything else a folder. Its place is its own path. */
export function locationOf(from: string): SourceLocation {
  return /^https?:\/\//i.test(from) ? { kind: 'http', url: from } : { kind: 'folder', place: path.resolve(from) };
}

let interrupted: AbortSignal | null = null;

/** A signal that fires at Ctrl+C, so that what was begun ends in order. */
export function untilInterrupted(): AbortSignal {
  return (interrupted ??= listen());
}

function listen(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort()).once('SIGTERM', () => controller.abort());
  return controller.signal;
}

/** Technical reasons for standard error, collected while a command runs. */
export function collectingLog(): { readonly messages: readonly string[]; readonly log: (message: string, error: unknown) => void } {
  const messages: string[] = [];
  const log = (message: string, error: unknown): void => void messages.push([message, ...reasons(error)].filter(Boolean).join(': '));
  return { messages, log };
}

function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return typeof error === 'string' ? [error] : [];
  return [error.message, ...reasons(error.cause)];
}
