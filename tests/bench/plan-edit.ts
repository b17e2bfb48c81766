import type { Page } from '@playwright/test';
import { legalCalendar } from '@shared/projects/schedule/calendar.ts';
import { forecast } from '@shared/projects/schedule/forecast.ts';
import { schedulePlan } from '@shared/projects/schedule/schedule.ts';
import { launch } from '../support/launch.ts';
import { longProject, manyNodes } from '../support/many-nodes.ts';
import { figure, median, percentile, type Figure } from './figure.ts';
import type { Workshop } from './workshop.ts';

const count = 2_000;
const rounds = 4;
const editsPerRound = 20;
const frame = 1000 / 60;
const pastedRows = 1_000;

/**
 * A plan of 2,000 nodes: from the key that enters a date to the recalculated table, the frames while it scrolls, and how long
 * a paste of 1,000 rows holds the window up. Beside the edit stands the reckoning alone.
 */
export async function planEditFigures(workshop: Workshop): Promise<Figure[]> {
  await writePlan(workshop);
  const { page, close } = await launch(workshop.profile);
  await page.evaluate((id) => {
    window.location.hash = `#/projects/${id}`;
  }, longProject.id);
  await page.getByRole('grid').waitFor();
  const times = { laidOut: [] as number[], shown: [] as number[], frames: [] as number[], idle: [] as number[], reckoned: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.reckoned.push(...reckonings());
    const edits = await dateEdits(page, round);
    times.laidOut.push(...edits.laidOut);
    times.shown.push(...edits.shown);
    times.idle.push(...(await page.evaluate(framesOf, { steps: 120, by: 0 })));
    times.frames.push(...(await page.evaluate(framesOf, { steps: 240, by: round % 2 === 0 ? 150 : -150 })));
    console.error(`plan-edit, round ${round + 1} of ${rounds}`);
  }
  const blocked = await pasteBlocks(page);
  await close();
  const missed = times.frames.filter((time) => time > frame * 1.5).length;
  return [
    figure({
      group: 'plan-edit',
      name: 'plan-edit-p95',
      value: percentile(times.laidOut, 0.95),
      unit: 'ms',
      peer: 'one frame of a screen of 60 Hz',
      peerValue: frame,
      goal: 1,
      note: `${count} nodes, ${times.laidOut.length} dates typed; from the key to the recalculated table laid out; p50 ${median(times.laidOut).toFixed(1)} ms; until a frame shows it p50 ${median(times.shown).toFixed(1)}, p95 ${percentile(times.shown, 0.95).toFixed(1)} ms`,
    }),
    figure({
      group: 'plan-edit',
      name: 'plan-edit-p50',
      value: median(times.laidOut),
      unit: 'ms',
      peer: 'links and forecast of the same plan alone',
      peerValue: median(times.reckoned),
      goal: null,
      note: 'the peer is what no table can save',
    }),
    figure({
      group: 'plan-edit',
      name: 'plan-scroll-p95',
      value: percentile(times.frames, 0.95),
      unit: 'ms',
      peer: 'frames of the same window while nothing moves',
      peerValue: percentile(times.idle, 0.95),
      goal: 1.1,
      note: `${times.frames.length} frames of 150 px each, ${missed} of them late; median ${median(times.frames).toFixed(1)} ms`,
    }),
    figure({
      group: 'plan-edit',
      name: 'plan-paste-blocked',
      value: Math.max(...blocked),
      unit: 'ms',
      peer: 'longest task that we allow',
      peerValue: 50,
      goal: 1,
      note: `the window's longest silence in ${blocked.length} pastes of ${pastedRows} rows into ${count}: ${blocked.map((time) => time.toFixed(0)).join(', ')} ms`,
    }),
  ];
}

/** Hands the plan to the journal as the window does; the next start brings it into the database. */
async function writePlan(workshop: Workshop): Promise<void> {
  const nodes = manyNodes(count).map((put) => ({ table: 'planNodes', put }));
  const { page, close } = await launch(workshop.profile);
  await page.evaluate(
    async (text) => {
      const { bridge } = window as unknown as { readonly bridge: { request(channel: string, text: string): Promise<unknown> } }; // as the preload gives it
      await bridge.request('journal:commit', text);
    },
    JSON.stringify([{ what: 'bench.plan', ops: [{ table: 'projects', put: longProject }, ...nodes] }]),
  );
  await close();
}

function reckonings(): number[] {
  const nodes = manyNodes(count);
  const calendar = legalCalendar([]);
  return Array.from({ length: editsPerRound }, () => {
    const started = performance.now();
    const { earliest } = schedulePlan(nodes, calendar);
    const forecasts = forecast(nodes, calendar, '2026-06-01');
    if (earliest.size !== count || forecasts.size !== count) throw new Error('a node is missing');
    return performance.now() - started;
  });
}

interface EditTimes {
  readonly laidOut: number[];
  readonly shown: number[];
}

/** Dates typed with real keys one below the other; each makes the nodes that wait for it be reckoned again. */
async function dateEdits(page: Page, round: number): Promise<EditTimes> {
  await page.locator('.grid-box').evaluate((box, top) => box.scrollTo({ top }), round * 4_000);
  const head = page.getByRole('columnheader', { name: '计划完成' });
  const column = Number(await head.getAttribute('aria-colindex')) - 1;
  const row = Math.ceil((round * 4_000) / 68) + 3;
  await page.locator(`[data-row="${row}"] [data-column="${column}"]`).click();
  await page.evaluate(watchEnters);
  for (let edit = 0; edit < editsPerRound; edit += 1) {
    await page.keyboard.type(`2027-${1 + (edit % 12)}-${1 + ((edit * 7 + round) % 28)}`);
    await page.keyboard.press('Enter');
  }
  await page.getByText('✓ 已保存').waitFor();
  return page.evaluate(() => (window as unknown as { enters: EditTimes }).enters);
}

/** Runs in the page: notes for each Enter when the changed table is laid out, and when a frame with it is drawn. */
function watchEnters(): void {
  const times: EditTimes = { laidOut: [], shown: [] };
  const watched = window as unknown as { enters: EditTimes; stopWatching?: () => void };
  watched.stopWatching?.();
  watched.enters = times;
  const listen = ({ key }: KeyboardEvent): void => {
    if (key !== 'Enter') return;
    const started = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      if (document.body.offsetHeight > 0) times.laidOut.push(performance.now() - started); // asking for a height lays out
      requestAnimationFrame(() => {
        const afterFrame = new MessageChannel();
        afterFrame.port1.addEventListener('message', () => times.shown.push(performance.now() - started), { once: true });
        afterFrame.port1.start();
        afterFrame.port2.postMessage(null);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  };
  window.addEventListener('keydown', listen, { capture: true });
  watched.stopWatching = () => window.removeEventListener('keydown', listen, { capture: true });
}

/** Runs in the page: scrolls the table by so many pixels in every frame and gives the time from frame to frame. */
async function framesOf({ steps, by }: { readonly steps: number; readonly by: number }): Promise<number[]> {
  const box = document.querySelector('.grid-box');
  if (!box) throw new Error('no table');
  const nextFrame = (): Promise<number> =>
    new Promise((resolve) => {
      const patience = setTimeout(() => resolve(performance.now()), 1_000); // a display without a screen may forget a frame: it counts, as a second
      requestAnimationFrame((now) => {
        clearTimeout(patience);
        resolve(now);
      });
    });
  const times: number[] = [];
  let last = await nextFrame();
  for (let step = 0; step < steps; step += 1) {
    box.scrollTop += by;
    const now = await nextFrame();
    times.push(now - last);
    last = now;
  }
  return times;
}

/** Pastes rows over others and at the end, and undoes it; the longest time in which the window did nothing else. */
async function pasteBlocks(page: Page): Promise<number[]> {
  const cells = manyNodes(pastedRows).map((node) => [node.phase, node.title, `"${node.duty}\n分两步"`, node.deliverable, node.owner]);
  const text = cells.map((row) => row.join('\t')).join('\r\n');
  const blocks: number[] = [];
  for (const key of ['Control+Home', 'Control+End', 'Control+Home']) {
    await page.keyboard.press(key);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    blocks.push(await page.evaluate(pasteAndListen, text));
    await page.getByText('✓ 已保存').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('✓ 已保存').waitFor();
  }
  return blocks;
}

/** Runs in the page: asks for its turn over and over while the text is pasted and saved, and gives the longest wait. */
async function pasteAndListen(text: string): Promise<number> {
  const field = document.querySelector('.grid-editor');
  if (!field) throw new Error('no active cell');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const turns = new MessageChannel();
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      turns.port1.addEventListener('message', () => resolve(), { once: true });
      turns.port2.postMessage(null);
    });
  turns.port1.start();
  await turn();
  let longest = 0;
  let last = performance.now();
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  const end = last + 1_500;
  while (last < end) {
    await turn();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
