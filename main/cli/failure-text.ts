import type { Failure } from '@shared/model/failure.ts';
import { failures as english } from '@shared/messages/en/failures.ts';
import { failures as chinese } from '@shared/messages/zh/failures.ts';
import { refused, type CliResult } from './command.ts';

/** What happened and what to do next, in Chinese and English. */
export function sentences({ kind, subject, at }: Failure): string {
  const { what, next } = chinese[kind](subject, at);
  return `${what}${next}\n[${kind}] ${english[kind](subject, at).what}`;
}

/** A refusal with its kind, for scripts and for people. */
export function refusedBy(failure: Failure, messages: readonly string[]): CliResult {
  const { what, safe, next } = chinese[failure.kind](failure.subject, failure.at);
  return refused({ ok: false, failure: { ...failure, what, safe, next } }, [...messages, sentences(failure)]);
}
