import type { CheckReport } from '@shared/bank/checks/report.ts';

/** From the worker: how far it is, 0 to 1, and at the end what it found. */
export type FromCheck = { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'report'; readonly report: CheckReport };
