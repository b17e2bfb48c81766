import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { alias, root } from './vite.common.ts';

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  html: { cspNonce: '__CSP_NONCE__' }, // replaced in every response by main/app-protocol
  plugins: [react()],
  resolve: { alias },
  build: {
    target: 'chrome148',
    outDir: path.join(root, 'dist/renderer'),
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
