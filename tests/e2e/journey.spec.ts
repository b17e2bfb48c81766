import { test } from '@playwright/test';
import { endJourney, newJourney } from '../support/journey/journey.ts';
import { steps } from '../support/journey/steps.ts';
import { temporaryFolder } from '../support/launch.ts';

test('the whole path: publish, sync, study, mock with kill -9, plan, export, exam, a project from topic to review', async () => {
  test.setTimeout(600_000);
  const folder = temporaryFolder('journey');
  const journey = newJourney(folder.path);
  try {
    for (const { name, run } of steps) await test.step(name, () => run(journey));
  } finally {
    await endJourney(journey);
    folder.remove();
  }
});
