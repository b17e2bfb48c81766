import { once } from '../once.ts';
import type { EvidenceHandlers, EvidenceServices } from './service.ts';

/** The channels of evidence. The room loads at the first of them. */
export function evidenceHandlers(services: EvidenceServices): EvidenceHandlers {
  const room = once(async () => (await import('./service.ts')).createEvidenceService(services));
  return {
    'evidence:choose': async (...args) => (await room())['evidence:choose'](...args),
    'evidence:open': async (...args) => (await room())['evidence:open'](...args),
    'evidence:save': async (...args) => (await room())['evidence:save'](...args),
    'evidence:present': async (...args) => (await room())['evidence:present'](...args),
  };
}
