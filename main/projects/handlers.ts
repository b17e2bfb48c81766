import { once } from '../once.ts';
import type { ProjectHandlers, ProjectServices } from './service.ts';

/** The channels of plans that go into files and come back. The room loads at the first of them. */
export function projectHandlers(services: ProjectServices): ProjectHandlers {
  const room = once(async () => {
    const [{ createProjectService }, { utilityHost }, { printToPdf }] = await Promise.all([
      import('./service.ts'),
      import('../import/reader-process/utility-host.ts'),
      import('../export/pdf.ts'),
    ]);
    return createProjectService({ ...services, host: utilityHost, pdf: printToPdf, now: Date.now });
  });
  return {
    'projects:choose-plan': async () => (await room())['projects:choose-plan'](),
    'projects:read-plan': async (...args) => (await room())['projects:read-plan'](...args),
    'projects:export': async (...args) => (await room())['projects:export'](...args),
  };
}
