import path from 'node:path';
import { defineConfig } from 'vite';
import { alias, builtIn, root } from './vite.common.ts';

// A sandboxed preload must be a single CommonJS file.
export default defineConfig({
  root: path.join(root, 'main'),
  resolve: { alias },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'chrome148',
    outDir: path.join(root, 'dist/preload'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: path.join(root, 'main/preload.ts'),
      external: builtIn,
      output: { format: 'cjs', entryFileNames: 'index.cjs', codeSplitting: false },
    },
  },
});
