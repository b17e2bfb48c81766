import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { alias, root } from './vite.common.ts';

export default defineConfig({
  root,
  resolve: { alias },
  plugins: [react()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
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
