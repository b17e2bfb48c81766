import path from 'node:path';
import { figure, median, type Figure } from './figure.ts';
import { startProgram, stopProgram, type Program, type Workshop } from './workshop.ts';

const rounds = 9;

/** Cold start, process spawn → first screen usable, against a bare window of the same Electron. */
export async function startFigures(workshop: Workshop): Promise<Figure[]> {
  const samples: Record<Program, number[]> = { sanxun: [], bare: [] };
  const profiles: Record<Program, string> = { sanxun: workshop.profile, bare: path.join(workshop.folder, 'bare') };
  for (let round = 0; round <= rounds; round += 1) {
    for (const program of ['bare', 'sanxun'] as const) {
      const { child, firstScreenMs } = await startProgram(program, profiles[program]);
      await stopProgram(child);
      if (round > 0) samples[program].push(firstScreenMs); // the first round warms the disk cache
    }
    console.error(`start, round ${round} of ${rounds}`);
  }
  const note = `${rounds} interleaved rounds; the home screen with its data against ready-to-show of one line`;
  return [
    figure({
      group: 'start',
      name: 'start',
      value: median(samples.sanxun),
      unit: 'ms',
      peer: 'bare Electron window',
      peerValue: median(samples.bare),
      goal: 1.6,
      note,
    }),
  ];
}
