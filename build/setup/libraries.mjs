// System libraries that Electron, the virtual display and the tests need. On Debian as root they are installed;
// otherwise one line names the command.
import { existsSync } from 'node:fs';
import { ensureNginx } from './nginx.mjs';
import { capture, hasDisplay } from './run.mjs';

const packageOf = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcups.so.2': 'libcups2',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
  'libdrm.so.2': 'libdrm2',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXfixes.so.3': 'libxfixes3',
  'libXrandr.so.2': 'libxrandr2',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXext.so.6': 'libxext6',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libcairo.so.2': 'libcairo2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libexpat.so.1': 'libexpat1',
  'libudev.so.1': 'libudev1',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgio-2.0.so.0': 'libglib2.0-0',
};

/** Makes sure that the window can open. Tests also want a font with Chinese, PDF tools, an exFAT driver and a web server that takes uploads. */
export function ensureLibraries(electron, { forTests }) {
  if (process.platform !== 'linux') return;
  const needed = [...missingLibraries(electron.binary), ...missingDisplay(), ...missingFont()];
  const wanted = forTests ? missingTestTools() : [];
  if (forTests && !ensureNginx()) console.error('The uploads to nginx are not tested: neither nginx nor its Debian packages are here.');
  if (needed.length + wanted.length === 0) return;
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (canInstall && install([...needed, ...wanted])) return;
  if (needed.length > 0) {
    throw new Error(`Missing system packages. Run: sudo apt-get install -y ${[...new Set(needed)].join(' ')}`);
  }
  console.error(`Some tests will use a plain folder or skip a picture; for all of them: sudo apt-get install -y ${wanted.join(' ')}`);
}

function missingLibraries(binary) {
  const lines = capture('ldd', [binary]).stdout?.split('\n') ?? [];
  return lines
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0])
    .map((name) => packageOf[name] ?? name);
}

function missingDisplay() {
  return hasDisplay() || existsSync('/usr/bin/xvfb-run') ? [] : ['xvfb', 'xauth'];
}

function missingFont() {
  const found = capture('fc-list', [':lang=zh-cn', 'family']);
  return found.status === 0 && found.stdout.trim() ? [] : ['fontconfig', 'fonts-noto-cjk'];
}

function missingTestTools() {
  const tools = {
    pdftotext: 'poppler-utils',
    'mount.exfat-fuse': 'exfat-fuse',
    'mkfs.exfat': 'exfatprogs',
    fusermount: 'fuse',
  };
  return Object.entries(tools)
    .filter(([tool]) => !['/usr/bin', '/usr/sbin', '/bin', '/sbin'].some((directory) => existsSync(`${directory}/${tool}`)))
    .map(([, name]) => name);
}

function install(names) {
  console.error(`Installing system packages: ${names.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => capture('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const get = () => apt(['install', '-y', '-q', '--no-install-recommends', ...new Set(names)]);
  return get() || (apt(['update', '-q']) && get());
}
