import path from 'node:path';
import { defineConfig } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '..');

export default defineConfig({
  testDir: path.join(root, 'tests'),
  testMatch: ['e2e/**/*.spec.ts', 'faults/**/*.spec.ts'],
  outputDir: path.join(root, 'out/e2e'),
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  reporter: [['list']],
});
