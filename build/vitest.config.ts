import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { alias, root } from './vite.common.ts';

/** Processes that tests start from the source find `@shared/…` by it. */
const sourceAlias = pathToFileURL(path.join(root, 'tests/support/source-alias.mjs')).href;

export default defineConfig({
  root,
  resolve: { alias },
  plugins: [react()],
  test: {
    // Many tests wait for the disk or a line: one more than there are processors keeps those busy.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          execArgv: ['--import', sourceAlias],
          include: ['tests/{shared,main,fixed}/**/*.test.ts', 'tests/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          environment: 'jsdom',
          testTimeout: 30_000,
          include: ['tests/renderer/**/*.test.{ts,tsx}', 'tests/fixed/**/*.test.tsx'],
          setupFiles: ['tests/support/renderer-setup.ts'],
        },
      },
    ],
  },
});
