import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { alias, builtIn, root } from './vite.common.ts';

const { version: electronVersion } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8')) as {
  version: string;
};

// The window's main process, its workers and the command line share one graph, so that they share their chunks.
export default defineConfig({
  root: path.join(root, 'main'),
  define: { __ELECTRON_VERSION__: JSON.stringify(electronVersion) },
  resolve: { alias, conditions: ['node', 'import', 'default'], mainFields: ['module', 'main'] },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node24',
    outDir: path.join(root, 'dist/main'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: {
        index: path.join(root, 'main/index.ts'),
        cli: path.join(root, 'main/cli/index.ts'),
        print: path.join(root, 'main/cli/print.ts'),
        reader: path.join(root, 'main/import/reader-process/entry.ts'),
        helper: path.join(root, 'main/sync/store/reading/entry.ts'),
      },
      external: builtIn,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
