// `npm run tour`: drives the real application through the whole path on a temporary profile. Leaves a numbered picture
// after each step and the exported files in out/tour/, one line a step, and exits 1 when a step fails.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endJourney, newJourney } from '../tests/support/journey/journey.ts';
import { steps } from '../tests/support/journey/steps.ts';
import { temporaryFolder } from '../tests/support/launch.ts';

const out = path.resolve(import.meta.dirname, '../out/tour');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const folder = temporaryFolder('tour');
const journey = newJourney(folder.path);
let failed = false;
for (const [index, { name, run }] of steps.entries()) {
  const number = String(index + 1).padStart(2, '0');
  const started = performance.now();
  try {
    await run(journey);
    console.log(`${number} ok      ${name} (${Math.round(performance.now() - started)} ms)`);
  } catch (error) {
    failed = true;
    console.log(`${number} failed  ${name}`);
    console.error(error);
  }
  await takePicture(path.join(out, `${number}-${name.replaceAll(/[^a-z0-9]+/gi, '-')}.png`));
  if (failed) break;
}
cpSync(journey.exports, path.join(out, 'exports'), { recursive: true });
await endJourney(journey);
folder.remove();
console.log(failed ? 'The tour stopped at a failed step.' : `All ${steps.length} steps passed; pictures and files are in out/tour/.`);
process.exit(failed ? 1 : 0);

/** A picture of the real window as it is on screen, at its own zoom. */
async function takePicture(file: string): Promise<void> {
  const picture = await journey.running?.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.capturePage())?.toPNG().toString('base64') ?? '';
  });
  if (picture) writeFileSync(file, Buffer.from(picture, 'base64'));
}
