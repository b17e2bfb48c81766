import { once } from '../once.ts';
import type { ReviewingHandlers, ReviewingServices } from './service.ts';

/** The bureau's channel of reviewed projects. The room loads at its first use: branches never need it. */
export function reviewingHandlers(services: ReviewingServices): ReviewingHandlers {
  const room = once(async () => {
    const [{ createReviewingService }, { systemSafe }] = await Promise.all([import('./service.ts'), import('../publish/system-safe.ts')]);
    return createReviewingService(services, systemSafe());
  });
  return { 'projects:publish': async (...args) => (await room())['projects:publish'](...args) };
}
