import { test } from '@playwright/test';
import { endJourney, newJourney, steps } from '../support/journey.ts';
import { temporaryFolder } from '../support/launch.ts';

test('the whole path: publish, sync, study, mock with kill -9, plan, export', async () => {
  test.setTimeout(300_000);
  const folder = temporaryFolder('journey');
  const journey = newJourney(folder.path);
  try {
    for (const { name, run } of steps) await test.step(name, () => run(journey));
  } finally {
    await endJourney(journey);
    folder.remove();
  }
});
