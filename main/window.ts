import path from 'node:path';
import { app, BrowserWindow, Menu, session } from 'electron';
import { origin } from './app-protocol.ts';

/** If the page is loaded but the paint signal never comes (seen once in some fifty starts), show the window anyway. */
const showAfterMs = 3_000;

/** Opens the one window. It has no Node, a sandbox, and can neither leave our origin nor open another window. */
export async function openWindow(zoom: number): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    minWidth: 800,
    minHeight: 560,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    title: '三训',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A sitting's clock and its heartbeat go on while the window is minimized.
      backgroundThrottling: false,
      zoomFactor: zoom,
    },
  });
  const late = setTimeout(() => window.show(), showAfterMs);
  window.once('ready-to-show', () => {
    clearTimeout(late);
    window.show();
  });
  window.on('closed', () => clearTimeout(late));
  await window.loadURL(`${origin}/index.html`);
  return window;
}

/** Holds for every window that is ever made: no navigation away, no new windows, no webviews, no permissions. */
export function guardWindows(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => refuseForeign(event, event.url));
    contents.on('will-frame-navigate', (event) => refuseForeign(event, event.url));
    contents.on('will-redirect', (event) => refuseForeign(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Electron's own menu reloads the page at Ctrl+R and closes it at Ctrl+W, whatever is being typed. The keys of editing are
 * Chromium's and stay; on macOS they are the menu's, so it is kept there.
 */
export function dropSystemMenu(): void {
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
}

export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
}

function refuseForeign(event: { preventDefault(): void }, url: string): void {
  if (!url.startsWith(`${origin}/`)) event.preventDefault();
}
