import type { Benchmark, BenchmarkKind } from '@shared/model/reviewing.ts';

/** What stands in the dialog. */
export type BenchmarkDraft = Pick<Benchmark, 'kind' | 'subject' | 'projectId' | 'year' | 'reason'>;

export const firstDraft = (year: number): BenchmarkDraft => ({ kind: 'specialty', subject: '', projectId: '', year, reason: '' });

export const kindOf = (text: string, kinds: readonly BenchmarkKind[]): BenchmarkKind => kinds.find((kind) => kind === text) ?? 'specialty';
