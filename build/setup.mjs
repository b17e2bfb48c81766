// The one door of the npm scripts. It runs on any Node from 20 on, brings a fresh clone to a working state
// (packages, Electron, system libraries, bundles) and hands over to the command that was asked for.
import { buildApp } from './setup/bundle.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron.mjs';
import { ensureLibraries } from './setup/libraries.mjs';
import { electronArguments, runNode, runWithDisplay, toolsNode } from './setup/run.mjs';

/** Everything a window needs; the result names the Electron that was found. */
async function prepare({ forTests = false } = {}) {
  ensureDependencies();
  const electron = ensureElectron();
  ensureLibraries(electron, { forTests });
  buildApp();
  process.env.SANXUN_ELECTRON = electron.binary;
  return electron;
}

const commands = {
  async start(rest) {
    const electron = await prepare();
    return runWithDisplay(electron.binary, [...electronArguments(), '.', ...rest]);
  },
  async test(rest) {
    await prepare({ forTests: true });
    return runWithDisplay(toolsNode(), ['build/test.ts', ...rest]);
  },
  async check() {
    ensureDependencies();
    return runNode(['build/check.ts']);
  },
  async tour(rest) {
    await prepare({ forTests: true });
    return runWithDisplay(toolsNode(), ['build/tour.ts', ...rest]);
  },
  async bench(rest) {
    await prepare({ forTests: true });
    return runWithDisplay(toolsNode(), ['--import', './tests/support/source-alias.mjs', 'build/bench.ts', ...rest]);
  },
  async dist(rest) {
    const electron = await prepare();
    return runNode(['build/dist.ts', ...rest], {
      SANXUN_ELECTRON_DIST: electron.directory,
      SANXUN_ELECTRON_VERSION: electron.version,
      SANXUN_ELECTRON_OFFICIAL: String(electron.official),
    });
  },
};

const [name, ...rest] = process.argv.slice(2);
const command = commands[name ?? ''];
if (!command) {
  console.error(`usage: node build/setup.mjs ${Object.keys(commands).join('|')}`);
  process.exit(2);
}
process.chdir(new URL('..', import.meta.url).pathname.replace(/^\/([A-Za-z]:)/, '$1'));
process.exitCode = await command(rest);
