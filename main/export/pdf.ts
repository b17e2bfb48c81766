import { randomUUID } from 'node:crypto';
import { BrowserWindow, session, type Session } from 'electron';

const scheme = 'print';
/** Documents that wait to be printed, by their address. */
const documents = new Map<string, string>();
let printing: Session | null = null;

/**
 * Prints a complete HTML document to PDF; size and orientation come from its `@page` rule. The document is shown in a
 * hidden sandboxed window without scripts, preload or access to anything but itself, in a session that is never written
 * to disk. Throws when the window dies or refuses to print.
 */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const address = `${scheme}:${randomUUID()}`;
  documents.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    return await Promise.race([print(window, address), death(window)]);
  } finally {
    documents.delete(address);
    window.destroy();
  }
}

async function print(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address);
  // Tags for every cell make a table ten times as large.
  return window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: false });
}

/** Never resolves; a page that crashes would otherwise be waited for without end. */
function death(window: BrowserWindow): Promise<never> {
  return new Promise((_resolve, reject) => {
    window.webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(`printing: the page died (${reason})`)));
  });
}

/** A session in memory that serves waiting documents and refuses every other request. A data: URL would end at 2 MB. */
function printSession(): Session {
  if (printing) return printing;
  const created = session.fromPartition(scheme);
  created.protocol.handle(scheme, ({ url }) => {
    const html = documents.get(url);
    return html === undefined ? new Response('', { status: 404 }) : new Response(html, { headers });
  });
  created.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !documents.has(url) }));
  created.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  created.setPermissionCheckHandler(() => false);
  printing = created;
  return created;
}

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
};
