// The peer of the start and memory figures: a window of the same Electron with a page of one line.
const { app, BrowserWindow } = require('electron');
if (process.env.SANXUN_PROFILE) app.setPath('userData', process.env.SANXUN_PROFILE);
app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 720, show: false, webPreferences: { sandbox: true, contextIsolation: true } });
  window.once('ready-to-show', () => {
    window.show();
    console.log(`first-screen ${Date.now()}`);
  });
  void window.loadFile(`${__dirname}/index.html`);
});
