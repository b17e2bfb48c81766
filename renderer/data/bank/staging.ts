import type { Result } from '@shared/model/failure.ts';
import { Staging, type StagedReading, type StagingRequest } from './staging-run.ts';

export type { StagedReading } from './staging-run.ts';

/**
 * Takes what was read into a bank, to wait there until it is accepted. What the bank has word for word is not taken
 * again, and an error workbook brings its rows back to where they came from. When it is cancelled, nothing of it stays.
 */
export async function stageReading(request: StagingRequest): Promise<Result<StagedReading>> {
  const staging = new Staging(request);
  const result = await staging.run();
  if (!result.ok) await staging.takeBack();
  return result;
}
