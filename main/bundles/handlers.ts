import { once } from '../once.ts';
import type { BundleHandlers, BundleServices } from './service.ts';

/** The channels of bundles and claims. The room loads at the first of them. */
export function bundleHandlers(services: BundleServices): BundleHandlers {
  const room = once(async () => {
    const [{ createBundleService }, { systemSafe }] = await Promise.all([import('./service.ts'), import('../publish/system-safe.ts')]);
    return createBundleService(services, systemSafe());
  });
  return {
    'projects:sign-claim': async (...args) => (await room())['projects:sign-claim'](...args),
    'projects:check-claims': async (...args) => (await room())['projects:check-claims'](...args),
    'bundles:export': async (...args) => (await room())['bundles:export'](...args),
    'bundles:choose': async () => (await room())['bundles:choose'](),
    'bundles:find': async (...args) => (await room())['bundles:find'](...args),
    'bundles:dropped': async (...args) => (await room())['bundles:dropped'](...args),
    'bundles:open': async (...args) => (await room())['bundles:open'](...args),
  };
}
