// Run by Electron: prints one HTML file to PDF. Arguments: the HTML file in a folder of its own, the PDF file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { printToPdf } from '../export/pdf.ts';
import { writeDurably } from '../files.ts';

const [source = '', target = ''] = process.argv.slice(-2);

// The profile of the real application is none of a script's business.
app.setPath('userData', path.join(path.dirname(source), 'profile'));
// As root, --no-sandbox is on the command line, and enabling the sandbox then ends every child process.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('window-all-closed', () => undefined); // the window closes before its bytes are written
void app.whenReady().then(print); // an entry module that waits for 'ready' would wait for ever

async function print(): Promise<void> {
  try {
    await writeDurably(target, await printToPdf(readFileSync(source, 'utf8')));
    app.exit(0);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
