import { once } from '../once.ts';
import type { ExaminingHandlers, ExaminingServices } from './service.ts';

/** The bureau's channels of the quarterly exam. The room loads at the first of them: branches never need it. */
export function examiningHandlers(services: ExaminingServices): ExaminingHandlers {
  const room = once(async () => {
    const [{ createExaminingService }, { systemSafe }] = await Promise.all([import('./service.ts'), import('../publish/system-safe.ts')]);
    return createExaminingService(services, systemSafe());
  });
  return {
    'exam:receiving-key': async () => (await room())['exam:receiving-key'](),
    'exam:export-key': async (...args) => (await room())['exam:export-key'](...args),
    'exam:import-key': async (...args) => (await room())['exam:import-key'](...args),
    'exam:seal': async (...args) => (await room())['exam:seal'](...args),
    'exam:publish': async (...args) => (await room())['exam:publish'](...args),
    'exam:withdraw': async (...args) => (await room())['exam:withdraw'](...args),
    'exam:choose-answers': async () => (await room())['exam:choose-answers'](),
    'exam:find-answers': async (...args) => (await room())['exam:find-answers'](...args),
    'exam:open-answers': async (...args) => (await room())['exam:open-answers'](...args),
  };
}
