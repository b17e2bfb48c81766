// nginx with its dav modules, for the tests of uploads. An installed one is used. Otherwise Debian's packages are only
// unpacked below node_modules: installing them would start a web server on this machine.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { capture, root } from './run.mjs';

const unpacked = path.join(root, 'node_modules/.cache/nginx');
const files = ['usr/sbin/nginx', 'usr/lib/nginx/modules/ngx_http_dav_ext_module.so'];

/** True where the tests find nginx, after fetching it if need be. */
export function ensureNginx() {
  if (['/', unpacked].some(isIn)) return true;
  return existsSync('/usr/bin/apt-get') && fetch();
}

const isIn = (folder) => files.every((file) => existsSync(path.join(folder, file)));

/** Unpacks into a folder of its own, which takes its name when all is there and can be started. */
function fetch() {
  mkdirSync(path.dirname(unpacked), { recursive: true });
  const folder = mkdtempSync(`${unpacked}-`);
  try {
    const cwd = { cwd: folder };
    const download = () => capture('apt-get', ['download', '-q', 'nginx', 'libnginx-mod-http-dav-ext'], cwd).status === 0;
    const update = () => process.getuid?.() === 0 && capture('apt-get', ['update', '-q']).status === 0;
    if (!download() && !(update() && download())) return false;
    for (const name of readdirSync(folder)) if (capture('dpkg-deb', ['-x', name, '.'], cwd).status !== 0) return false;
    if (!isIn(folder) || !files.every((file) => hasItsLibraries(path.join(folder, file)))) return false;
    rmSync(unpacked, { recursive: true, force: true });
    renameSync(folder, unpacked);
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hasItsLibraries = (file) => !capture('ldd', [file]).stdout?.includes('not found');
