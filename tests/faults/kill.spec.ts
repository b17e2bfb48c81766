import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { chooseFirstPerson, launch, temporaryFolder, type Running } from '../support/launch.ts';
import { answerOne, openRandom } from '../support/study.ts';
import { idsOf } from '../support/work-rows.ts';

const kills = 30;

/** Answers until the program dies; every id that was in the database when 已保存 showed is kept. */
async function answerUntilDeath(page: Page, confirmed: Set<string>): Promise<void> {
  try {
    for (;;) {
      if (await answerOne(page)) for (const id of await idsOf(page, 'responses')) confirmed.add(id);
    }
  } catch {
    // The page is gone: this is how each round ends.
  }
}

test(`${kills} kills while answering lose no confirmed answer`, async () => {
  test.setTimeout(600_000);
  const profile = temporaryFolder('kill');
  const confirmed = new Set<string>();
  let running: Running = await launch(profile.path);
  await chooseFirstPerson(running.page);
  for (let round = 0; round < kills; round += 1) {
    await openRandom(running.page, '党史');
    const answering = answerUntilDeath(running.page, confirmed);
    await sleep(200 + ((round * 137) % 900)); // a spread of moments, the same in every run
    await running.kill();
    await answering;
    running = await launch(profile.path);
    const present = new Set(await idsOf(running.page, 'responses'));
    expect([...confirmed].filter((id) => !present.has(id))).toEqual([]);
  }
  expect(confirmed.size).toBeGreaterThan(kills);
  console.log(`${kills} kills, ${confirmed.size} confirmed answers, 0 lost`);
  await running.close();
  profile.remove();
});
