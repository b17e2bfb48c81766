/** The official Electron that package.json names; set by build/vite.main.ts. */
declare const __ELECTRON_VERSION__: string;
