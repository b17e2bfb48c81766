import { powerMonitor } from 'electron';
import { send, type Handlers } from '../ipc.ts';
import { once } from '../once.ts';
import type { ExamService, ExamServiceOptions } from './service.ts';

export interface ExamServices extends Omit<ExamServiceOptions, 'safe' | 'monotonic'> {
  readonly fullScreen: (on: boolean) => void;
}

/** The channels of exams at a branch. What the first screen does not need is loaded later. */
export function examHandlers({ fullScreen, ...services }: ExamServices): ExamService & Pick<Handlers, 'window:full-screen'> {
  tellOfPower();
  const service = once(async () => {
    const [{ createExamService }, { systemSafe }] = await Promise.all([import('./service.ts'), import('../publish/system-safe.ts')]);
    return createExamService({ ...services, safe: systemSafe(), monotonic: () => performance.now() });
  });
  return {
    'exam:unseal': async (...args) => (await service())['exam:unseal'](...args),
    'exam:seal-record': async (...args) => (await service())['exam:seal-record'](...args),
    'exam:outbox': async () => (await service())['exam:outbox'](),
    'exam:export-answers': async (...args) => (await service())['exam:export-answers'](...args),
    'window:full-screen': (on) => fullScreen(on),
  };
}

/** A sitting under way must know when the computer sleeps: not every system stops the monotonic clock then. */
function tellOfPower(): void {
  powerMonitor.on('suspend', () => send('power:changed', 'suspend'));
  powerMonitor.on('resume', () => send('power:changed', 'resume'));
}
